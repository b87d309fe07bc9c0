/** The headers of a file that is kept rather than shown; its name is of our making, in plain letters. */
export const download = (name: string, type: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name}"`,
});

export const csvType = 'text/csv; charset=utf-8';
