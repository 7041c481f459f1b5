// What the pack says of the plan and of letting go: signs, evidence, kinds of notes, cards, the
// window, phrases, and the page for an urge. Counting is the core's.

import { arrayOf, either, flag, number, objectOf, optional, text } from './shape';

/** What one can see of a step that is done: counted in the log, or by the person's word. */
export interface Sign {
  readonly id: string;
  readonly by: 'log' | 'word';
  readonly says: string;
}

/** What a step waits for, as a sentence. */
export interface Evidence {
  readonly id: string;
  readonly says: string;
}

export interface Phase {
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

/** Something a person can write down. `about`: the kinds of notes it belongs to, or none. */
export interface NoteKind {
  readonly id: string;
  readonly about: readonly string[];
  readonly many: boolean;
  readonly title: string;
  readonly ask: string;
}

/** A few prompts on one page: `notes` to fill in now, `after` when it is over. */
export interface Card {
  readonly id: string;
  readonly step?: string | undefined;
  readonly serves: readonly string[];
  readonly notes: readonly string[];
  readonly after: readonly string[];
  readonly title: string;
  readonly says: string;
}

export interface LettingGoSection {
  readonly id: string;
  readonly holds: 'notes' | 'urges' | 'help' | 'reasons';
  readonly serves: readonly string[];
  readonly notes: readonly string[];
  readonly items: readonly string[];
  readonly title: string;
  readonly says: string;
}

export interface Line {
  readonly id: string;
  readonly says: string;
}

export interface UrgePage {
  readonly minutes: number;
  readonly title: string;
  readonly says: string;
  readonly after: string;
  readonly lines: readonly Line[];
  readonly went: readonly Line[];
}

export interface LettingGo {
  readonly sections: readonly LettingGoSection[];
  readonly urge: UrgePage;
}

/** How long commitments have to be kept; a rule makes it longer or shorter, and says why. */
export interface WindowRule {
  readonly entry: string;
  readonly answers: readonly string[];
  readonly weeks: number;
  readonly due: number;
  readonly kept_of_ten: number;
  readonly says: string;
}

export interface Window {
  readonly weeks: number;
  readonly due: number;
  readonly kept_of_ten: number;
  readonly says: string;
  readonly rules: readonly WindowRule[];
}

/** What the pack adds for the plan. */
export interface PlanPack {
  readonly evidence: readonly Evidence[];
  readonly phases: readonly Phase[];
  readonly notes: readonly NoteKind[];
  readonly cards: readonly Card[];
  readonly letting_go: LettingGo;
  readonly window: Window;
  readonly obstacles: readonly string[];
  readonly needs: readonly Line[];
}

const texts = arrayOf(text);
const lines = arrayOf(objectOf<Line>({ id: text, says: text }));

export const isSign = objectOf<Sign>({ id: text, by: either('log', 'word'), says: text });

const isWindowRule = objectOf<WindowRule>({
  entry: text,
  answers: texts,
  weeks: number,
  due: number,
  kept_of_ten: number,
  says: text,
});

const isSection = objectOf<LettingGoSection>({
  id: text,
  holds: either('notes', 'urges', 'help', 'reasons'),
  serves: texts,
  notes: texts,
  items: texts,
  title: text,
  says: text,
});

const isCard = objectOf<Card>({
  id: text,
  step: optional(text),
  serves: texts,
  notes: texts,
  after: texts,
  title: text,
  says: text,
});

export const planShape = {
  evidence: arrayOf(objectOf<Evidence>({ id: text, says: text })),
  phases: arrayOf(objectOf<Phase>({ id: text, title: text, says: text })),
  notes: arrayOf(
    objectOf<NoteKind>({ id: text, about: texts, many: flag, title: text, ask: text }),
  ),
  cards: arrayOf(isCard),
  letting_go: objectOf<LettingGo>({
    sections: arrayOf(isSection),
    urge: objectOf<UrgePage>({
      minutes: number,
      title: text,
      says: text,
      after: text,
      lines,
      went: lines,
    }),
  }),
  window: objectOf<Window>({
    weeks: number,
    due: number,
    kept_of_ten: number,
    says: text,
    rules: arrayOf(isWindowRule),
  }),
  obstacles: texts,
  needs: lines,
};
