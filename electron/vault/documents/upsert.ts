/**
 * One statement that writes a row of a list. Rows are given by the camelCase name of their column. A row that stays as it
 * was is not written, nor are its indexes: most saves change only a text. Never REPLACE: a deleted and re-made row costs
 * its indexes twice.
 */
export function upsert(table: string, columns: readonly string[], key: readonly string[]): string {
  const parameters = columns.map((column) => `@${camelCase(column)}`);
  const others = columns.filter((column) => !key.includes(column));
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${parameters.join(', ')})
          ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
          WHERE (${others.map((column) => `${table}.${column}`).join(', ')})
             IS NOT (${others.map((column) => `excluded.${column}`).join(', ')})`;
}

const camelCase = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
