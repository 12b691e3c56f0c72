import { useQuery } from '@tanstack/react-query';
import { builtinRoles } from '../../../domain/role.ts';
import { nameOf, NOBODY, type Person, type Role } from '../../../domain/staff/staff.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { queryClient, tillQuery } from '../till-client.ts';

/** People whom a figure chooses: 1 to 9. */
const FIGURES_MAX = 9;

/** No news tell of people: they are read whenever somebody looks. */
const looking = { refetchOnMount: 'always' } as const;

/** Everybody of the stall, also who left; undefined until they were read. */
export function usePeople(): readonly Person[] | undefined {
  return useQuery(tillQuery.staff.people.queryOptions(looking)).data;
}

/** The figure that chooses each person who works here, by pseudonym: the same wherever it is. */
export function useFigures(): ReadonlyMap<string, number> {
  const working = usePeople()?.filter(({ isActive }) => isActive) ?? [];
  return new Map(working.slice(0, FIGURES_MAX).map(({ id }, at) => [id, at + 1]));
}

/** Every role of the stall; undefined until they were read. */
export function useRoles(): readonly Role[] | undefined {
  return useQuery(tillQuery.staff.roles.queryOptions(looking)).data;
}

/** Reads people and roles again: somebody has changed them. */
export async function readPeopleAgain(): Promise<void> {
  await Promise.all(
    [tillQuery.staff.people, tillQuery.staff.roles].map((query) =>
      queryClient.invalidateQueries({ queryKey: query.key() }),
    ),
  );
}

/** What the people of the journal are called on this screen: their names, else their pseudonyms. */
export function useNameOf(): (pseudonym: string) => string {
  const say = useText();
  const people = usePeople();
  return (pseudonym) => {
    if (pseudonym === NOBODY) return say.text('staff.nobody');
    const person = people?.find(({ id }) => id === pseudonym);
    return person ? nameOf(person) : pseudonym;
  };
}

/** What a person's role is called. */
export function roleOf(
  { role, roleName: name }: Pick<Person, 'role' | 'roleName'>,
  say: Say,
): string {
  return roleName({ id: role, name }, say);
}

/** What a role is called: a built-in one has words, one of the stall's own a name. */
export function roleName({ id, name }: Pick<Role, 'id' | 'name'>, say: Say): string {
  const builtin = builtinRoles.find((one) => one === id);
  return builtin === undefined ? name : say.text(`staff.role.${builtin}`);
}
