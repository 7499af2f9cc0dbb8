/** Going to a field: its screen, what has to be open around it, and the caret in it. */
import { useCallback } from 'react';
import { wantField } from '../data/wantedField.ts';
import { returnToField } from './place.ts';
import { useRouter } from './routerContext.tsx';
import { routeToText, type Route } from './routes.ts';

/** Goes to a route and puts the focus in a field there as soon as it is shown. Gives way to the person. */
export function useGoTo(): (route: Route, field: string) => void {
  const router = useRouter();
  return useCallback(
    (route, field) => {
      router.replace(route);
      wantField(field);
      returnToField(document, { route: routeToText(route), field, selectionStart: null, selectionEnd: null });
    },
    [router],
  );
}
