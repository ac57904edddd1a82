import { type SQL, sql } from 'drizzle-orm'

/** Parent, child, spouse: the ways by which kin of the four classes are reached (rules: K1 … K4E), closed under inversion. */
const words = [
  ...['s', 'u', 'uu', 'uuu', 'd', 'dd', 'ddd', 'ud', 'udd', 'uud', 'uudd'],
  ...['su', 'ds', 'sud', 'uds', 'suds', 'dsu', 'uuds', 'udds', 'uudds', 'suud', 'sudd', 'suudd'],
]

const prefixes = new Set(words.flatMap((word) => [...word].map((_, i) => word.slice(0, i + 1))))

const rows = (texts: Iterable<string>) => sql.raw([...texts].map((text) => `('${text}')`).join(', '))

/** When a tie as a whole stands: a birth from the child’s, a marriage until the death of either, unless an adoption severed it. */
const tieDays = sql.raw(`
  lateral (select case e.relation when 'parent' then e.person_id when 'child' then e.relative_id end as child,
    case e.relation when 'parent' then e.relative_id when 'child' then e.person_id end as parent) k,
  lateral (select min(f.birth_on) filter (where f.person_id = k.child) as born, min(f.died_on) as died from person_personnel f
    where f.root in (e.root, e.relative_root) and f.person_id in (e.person_id, e.relative_id) and f.recorded_to is null) f,
  lateral (select coalesce(e.from_on, case when e.kind = 'birth' then f.born end, '-infinity') as since,
    case when e.relation = 'spouse' then least(e.to_on, f.died, 'infinity'::date) else coalesce(e.to_on, 'infinity') end as until) d`)

const notAdoptedAway =
  sql.raw(`not exists (select from kin_edge a where e.kind = 'birth' and a.root = w.root and a.person_id = k.child
  and a.relation = 'parent' and a.kind = 'adoptive' and a.relative_id <> k.parent and a.recorded_to is null)`)

/** Walks the ties from these people, step by step, as far as some word goes on; nobody is met twice on one way. */
const walk = (start: SQL): SQL => sql`
  recursive prefix(word) as (values ${rows(prefixes)}), listed(word) as (values ${rows(words)}),
  walk(root, ego, id, word, way, since, until, sure) as (
    select p.root, p.id, p.id, '', array[p.id], '-infinity'::date, 'infinity'::date, true from person p where ${start}
    union all
    select e.relative_root, w.ego, e.relative_id, n.word, w.way || e.relative_id, greatest(w.since, d.since), least(w.until, d.until),
      w.sure and e.verified
    from walk w join kin_edge e on e.root = w.root and e.person_id = w.id and e.recorded_to is null,
      lateral (select w.word || case e.relation when 'parent' then 'u' when 'child' then 'd' when 'spouse' then 's' end as word) n,
      ${tieDays}
    where n.word in (select word from prefix) and e.relative_id <> all (w.way) and ${notAdoptedAway}
      and greatest(w.since, d.since) < least(w.until, d.until))`

/** Kin of one person: who, of which sex, by which way, on which days, and how surely. */
export const kinOfOne = (root: number, id: string): SQL => sql`
  with ${walk(sql`p.root = ${root} and p.id = ${id}::uuid`)}
  select k.id, p.sex, f.birth_on, word, way, since, until, sure
  from walk k join person p on p.root = k.root and p.id = k.id
  left join person_personnel f on f.root = k.root and f.person_id = k.id and f.recorded_to is null
  where word in (select word from listed)`

/** Of one in so many of the staff: whoever is kin of theirs and ever served in one organ with them on the same days. */
export const kinInOneOrgan = (oneIn: number): SQL => sql`
  with ${walk(sql`p.staff and abs(hashtext(p.id::text)) % ${sql.raw(String(oneIn))} = 0`)},
  kin as (select distinct root, ego, id from walk where word in (select word from listed))
  select count(*)::int as pairs from (
    select distinct k.ego, k.id from kin k join piece a on a.root = k.root and a.person_id = k.ego
    join piece b on b.person_id = k.id and b.organ_id = a.organ_id and a.from_lo < b.to_hi and b.from_lo < a.to_hi) t`
