/** Makes a paper and hands it to the person as a file: the browser or the shell asks where, we keep nothing. */
import type { InputOf } from '../../../shared/contract/contract.ts';
import { setTimer } from '../../data/platform.ts';
import { useCommand, type Command } from '../../data/useCommand.ts';
import { showToast } from '../../ui/toasts.ts';

/** Long enough for a browser to begin saving; the bytes are gone from memory after that. */
const KEEP_MS = 60_000;

export interface PaperMaker extends Pick<Command<'paper.make'>, 'busy' | 'error'> {
  make(input: InputOf<'paper.make'>): Promise<void>;
}

export function usePaper(): PaperMaker {
  const command = useCommand('paper.make');
  return {
    busy: command.busy,
    error: command.error,
    async make(input) {
      const made = await command.run(input);
      if (made === null) return;
      const address = URL.createObjectURL(new Blob([made.bytes.slice()], { type: 'application/pdf' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = made.fileName;
      link.click();
      setTimer(() => URL.revokeObjectURL(address), KEEP_MS);
      showToast({ text: `Het papier is klaar: ${made.fileName}. Het staat nu buiten Samenspel.` });
    },
  };
}
