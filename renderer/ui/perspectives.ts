import type { Perspective } from '../../shared/domain/codes.ts';
import type { IconName } from './icons.ts';

export type PerspectiveCode = Perspective;

/** Colour and icon of a perspective. The word comes from the gemeenteprofiel. */
export const perspectiveMarks: Readonly<Record<PerspectiveCode, { readonly hue: string; readonly icon: IconName }>> = {
  ONTWIKKELING: { hue: 'growth', icon: 'plant' },
  THUISBASIS: { hue: 'home', icon: 'house-line' },
  OMGEVING: { hue: 'social', icon: 'users' },
  GEZONDHEID: { hue: 'health', icon: 'heartbeat' },
  BESTAANSZEKERHEID: { hue: 'means', icon: 'wallet' },
};
