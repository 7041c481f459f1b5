// A plan while it is written: what is typed, over what is kept, and what it is for.

import type { CommitmentNow } from '../../engine/state';
import type { PlanText } from './plan-deeds';
import type { Path } from './path.svelte';
import type { Place } from './places';

export const halves = ['when', 'then', 'notice'] as const;
export type Half = (typeof halves)[number];

type PlanPlace = Extract<Place, { readonly type: 'plan' }>;

/** `act <id>` or `obstacle <item>`; empty for nothing on the list. */
const purposeOf = ({ act, obstacle }: Pick<CommitmentNow, 'act' | 'obstacle'>): string =>
  act !== undefined ? `act ${act}` : obstacle !== undefined ? `obstacle ${obstacle}` : '';

export const draftOf = (path: Path, place: PlanPlace) => {
  const { typed } = path.deeds;
  const plan = path.state?.commitments.find(({ id }) => id === place.id);
  const base = `plan ${place.id ?? ''} ${place.act ?? ''} ${place.obstacle ?? ''}`;
  const fields = [...halves, 'for'].map((name) => `${base} ${name}`);

  const of = (half: Half): string => typed.of(`${base} ${half}`) ?? plan?.[half] ?? '';

  /** A name in an event can be replaced, never taken out, so a plan stays with what it is for. */
  const isSettled = purposeOf(plan ?? place) !== '';
  const purpose = (): string => typed.of(`${base} for`) ?? purposeOf(plan ?? place);

  const text = (): PlanText => {
    const [kind, ...rest] = purpose().split(' ');
    const name = rest.join(' ');
    return {
      when: of('when').trim(),
      then: of('then').trim(),
      notice: of('notice').trim(),
      ...(kind === 'act' && { act: name }),
      ...(kind === 'obstacle' && { obstacle: name }),
    };
  };

  /** Leaves nothing typed behind where the deed was done. */
  const done = async (deed: Promise<boolean>): Promise<boolean> => {
    const isDone = await deed;
    if (isDone) typed.forget(...fields);
    return isDone;
  };

  return {
    of,
    write: (half: Half, next: string): void => {
      typed.write(`${base} ${half}`, next);
    },
    isSettled,
    get purpose() {
      return purpose();
    },
    choose: (next: string): void => {
      typed.write(`${base} for`, next);
    },
    get isWhole() {
      return of('when').trim() !== '' && of('then').trim() !== '';
    },
    save: (): Promise<boolean> =>
      done(
        place.id === null ? path.deeds.makePlan(text()) : path.deeds.changePlan(place.id, text()),
      ),
    drop: (): Promise<boolean> =>
      place.id === null ? Promise.resolve(true) : done(path.deeds.dropPlan(place.id)),
  };
};

export type PlanDraft = ReturnType<typeof draftOf>;
