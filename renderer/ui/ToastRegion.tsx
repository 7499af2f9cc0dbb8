import { useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { clearToast, toastStore, undoToast } from './toasts.ts';

/** Where the one message stands; always in the document so that screen readers hear what is put in it. */
export function ToastRegion() {
  const toast = useSyncExternalStore(toastStore.subscribe, toastStore.snapshot);
  return (
    <div role="status" className="toast-region">
      {toast ? (
        <div className="toast">
          <span>{toast.text}</span>
          {toast.undo ? (
            <Button variant="quiet" keys="Ctrl Z" field="toast.undo" onPress={() => undoToast()}>
              Ongedaan maken
            </Button>
          ) : null}
          <Button variant="quiet" icon="x" iconOnly field="toast.close" onPress={clearToast}>
            Sluit deze melding
          </Button>
        </div>
      ) : null}
    </div>
  );
}
