/** What the shell itself says to a person, when there is no page that could. */
export const SHELL_TEXTS = {
  bundle: {
    title: 'Samenspel kan niet starten',
    text: 'De bestanden van Samenspel zijn beschadigd of veranderd. Je dossiers zijn niet geraakt. Installeer Samenspel opnieuw, of vraag je helpdesk.',
  },
  NODE_TOO_OLD: {
    title: 'Samenspel kan niet starten',
    text: 'Deze versie van Samenspel past niet bij deze computer. Installeer Samenspel opnieuw, of vraag je helpdesk.',
  },
  PROTOCOL: {
    title: 'Samenspel kan niet starten',
    text: 'De delen van Samenspel passen niet bij elkaar. Installeer Samenspel opnieuw. Je dossiers blijven staan.',
  },
  DATA_FOLDER: {
    title: 'Samenspel kan niet bij je gegevens',
    text: 'De map voor je gegevens kan niet gebruikt worden. Dat kan komen door een volle schijf, of door een map op het netwerk. Kies een map op deze laptop, of vraag je helpdesk.',
  },
} as const;
