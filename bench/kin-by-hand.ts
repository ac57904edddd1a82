import { type SQL, sql } from 'drizzle-orm'

/** Parent, child, spouse: the ways by which kin of the four classes are reached (rules: K1 … K4E), closed under inversion. */
const words = [
  ...['s', 'u', 'uu', 'uuu', 'd', 'dd', 'ddd', 'ud', 'udd', 'uud', 'uudd'],
  ...['su', 'ds', 'sud', 'uds', 'suds', 'dsu', 'uuds', 'udds', 'uudds', 'suud', 'sudd', 'suudd'],
]

const prefixes = new Set(words.flatMap((word) => [...word].map((_, i) => word.slice(0, i + 1))))

const rows = (texts: Iterable<string>) => sql.raw([...texts].map((text) => `('${text}')`).join(', '))

/** Walks the ties from these people, step by step, as far as some word goes on; nobody is met twice on one way. */
const walk = (start: SQL): SQL => sql`
  recursive prefix(word) as (values ${rows(prefixes)}), listed(word) as (values ${rows(words)}),
  walk(root, ego, id, word, way, since, until) as (
    select p.root, p.id, p.id, '', array[p.id], '-infinity'::date, 'infinity'::date from person p where ${start}
    union all
    select e.relative_root, w.ego, e.relative_id, n.word, w.way || e.relative_id,
      greatest(w.since, coalesce(e.from_on, '-infinity')), least(w.until, coalesce(e.to_on, 'infinity'))
    from walk w join kin_edge e on e.root = w.root and e.person_id = w.id and e.recorded_to is null,
      lateral (select w.word || case e.relation when 'parent' then 'u' when 'child' then 'd' when 'spouse' then 's' end as word) n
    where n.word in (select word from prefix) and e.relative_id <> all (w.way)
      and greatest(w.since, coalesce(e.from_on, '-infinity')) < least(w.until, coalesce(e.to_on, 'infinity')))`

/** Kin of one person: who, by which way, on which days. */
export const kinOfOne = (root: number, id: string): SQL => sql`
  with ${walk(sql`p.root = ${root} and p.id = ${id}::uuid`)}
  select id, word, way, since, until from walk where word in (select word from listed)`

/** Every two of the staff who are kin and ever served in one organ on the same days. */
export const kinInOneOrgan = sql`
  with ${walk(sql`p.staff`)},
  kin as (select distinct root, ego, id from walk where ego < id and word in (select word from listed))
  select count(*)::int as pairs from (
    select distinct k.ego, k.id from kin k join piece a on a.root = k.root and a.person_id = k.ego
    join piece b on b.person_id = k.id and b.organ_id = a.organ_id and a.from_lo < b.to_hi and b.from_lo < a.to_hi) t`
