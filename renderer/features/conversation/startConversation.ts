/** Starting a conversation: made at once in the vault, then opened; everything in it can still be changed. */
import type { ErrorsOf } from '../../../shared/contract/contract.ts';
import type { Context } from '../../../shared/domain/codes.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useCommand } from '../../data/useCommand.ts';

export interface StartConversation {
  readonly busy: boolean;
  readonly error: ErrorsOf<'conversation.create'> | null;
  /** True when it was made and is on screen. */
  run(householdId: HouseholdId, context?: Context): Promise<boolean>;
}

/** Makes a conversation of today and goes there. */
export function useStartConversation(): StartConversation {
  const router = useRouter();
  const create = useCommand('conversation.create');
  return {
    busy: create.busy,
    error: create.error,
    async run(householdId, context = 'THUIS') {
      const made = await create.run({ householdId, context });
      if (!made) return false;
      router.go({ screen: 'gesprek', householdId, ...made });
      return true;
    },
  };
}
