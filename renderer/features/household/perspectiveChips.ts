import { PERSPECTIVES, type Perspective } from '../../../shared/domain/codes.ts';
import { perspectiveLabel, type Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { Chip } from '../../ui/ChoiceChips.tsx';

/** The five perspectives as chips, with the words of this municipality. */
export const perspectiveChips = (profile: Gemeenteprofiel): readonly Chip<Perspective>[] =>
  PERSPECTIVES.map((code) => ({ value: code, label: perspectiveLabel(profile, code), perspective: code }));
