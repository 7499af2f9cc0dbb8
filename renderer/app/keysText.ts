/** A combination as it stands on the keyboard: "Ctrl+Shift+H" is shown as "Ctrl Shift H". */
export const keysText = (keys: string): string =>
  keys.replace('ArrowLeft', '←').replace('ArrowRight', '→').replaceAll('+', ' ');
