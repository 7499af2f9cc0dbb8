import { useState } from 'react';
export function useFormDraft<T extends object>(name: string, start: T) {
  void name;
  const [held, setHeld] = useState<Partial<T>>({});
  return {
    values: { ...start, ...held },
    begun: Object.keys(held).length > 0,
    change: (values: Partial<T>) => setHeld((before) => ({ ...before, ...values })),
    done: () => setHeld({}),
  };
}
