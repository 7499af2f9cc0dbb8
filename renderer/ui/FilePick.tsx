import { useRef } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from './Button.tsx';

interface FilePickProps {
  readonly children: string;
  readonly field: string;
  /** Endings such as ".csv". */
  readonly accept: readonly string[];
  readonly variant?: 'primary' | 'secondary';
  readonly busy?: string | undefined;
  readonly onPick: (file: File) => void;
}

/** A button that asks for one file of this computer. */
export function FilePick({ children, field, accept, variant = 'secondary', busy, onPick }: FilePickProps) {
  const latest = useRef(onPick);
  latest.current = onPick;
  return (
    <FileTrigger
      acceptedFileTypes={[...accept]}
      onSelect={(files) => {
        const file = files?.[0];
        if (file) latest.current(file);
      }}
    >
      <Button variant={variant} field={field} busy={busy}>
        {children}
      </Button>
    </FileTrigger>
  );
}
