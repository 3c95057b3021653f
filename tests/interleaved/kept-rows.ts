import type pg from "pg"

/**
 * Keeps all rows of all tables as they are, and answers what puts them back, as often as one likes: every run starts from
 * the very same rows. Puts back only tables that differ. Triggers and foreign keys are not asked, so it takes a superuser.
 */
export async function keepRows(watcher: pg.Client, as: "scene" | "pair"): Promise<() => Promise<void>> {
  const there = await watcher.query("SELECT FROM pg_namespace WHERE nspname = $1", [as])
  if (there.rowCount === 0) await watcher.query(await copies(watcher, as))
  await watcher.query(`SELECT ${as}.keep()`)
  return async () => {
    await watcher.query(`SELECT ${as}.put_back()`)
  }
}

/** Makes a copy of each table beside it, empty, and the functions that fill it and that fill the table from it. */
async function copies(watcher: pg.Client, as: string): Promise<string> {
  const { rows } = await watcher.query(`
    SELECT quote_ident(relname) AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE '\\_prisma%'`)
  const names: string[] = rows.map(({ name }) => name)
  const sum = (table: string) => `(SELECT coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM ${table} t)`
  const keep = (name: string) => `
    DELETE FROM ${as}.${name}; INSERT INTO ${as}.${name} SELECT * FROM public.${name};
    INSERT INTO ${as}.sums VALUES ('${name}', ${sum(`public.${name}`)});`
  const putBack = (name: string) => `
    IF ${sum(`public.${name}`)} <> (SELECT sum FROM ${as}.sums WHERE name = '${name}') THEN
      DELETE FROM public.${name}; INSERT INTO public.${name} SELECT * FROM ${as}.${name};
    END IF;`
  const routine = (name: string, body: readonly string[]) => `
    CREATE FUNCTION ${as}.${name}() RETURNS void LANGUAGE plpgsql SET session_replication_role = replica AS $$
    BEGIN ${body.join("\n")} END $$;`
  return `
    CREATE SCHEMA ${as};
    CREATE TABLE ${as}.sums (name text PRIMARY KEY, sum numeric NOT NULL);
    ${names.map(name => `CREATE TABLE ${as}.${name} AS SELECT * FROM public.${name} WHERE false;`).join("\n")}
    ${routine("keep", [`DELETE FROM ${as}.sums;`, ...names.map(keep)])}
    ${routine("put_back", names.map(putBack))}`
}
