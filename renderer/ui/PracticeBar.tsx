import { Button } from './Button.tsx';

/** Hatched yellow above everything while practising. Yellow is used for nothing else. */
export function PracticeBar({ onStop }: { readonly onStop?: () => void }) {
  return (
    <aside className="practice" aria-label="Oefenen">
      <span>Oefenen – geen echte gegevens</span>
      {onStop ? (
        <Button className="end" field="practice.stop" onPress={onStop}>
          Stop met oefenen
        </Button>
      ) : null}
    </aside>
  );
}
