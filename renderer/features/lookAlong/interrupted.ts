/**
 * Loading the page again must not bring the whole app back in front of a resident. A mark without content lives as long
 * as this tab; whoever finds it at the start hides the screen before anything is drawn.
 */
const MARK = 'samenspel.lookAlong';

export const wasLookingAlong = (): boolean => sessionStorage.getItem(MARK) !== null;

export const markLookingAlong = (): void => sessionStorage.setItem(MARK, '1');

export const forgetLookingAlong = (): void => sessionStorage.removeItem(MARK);
