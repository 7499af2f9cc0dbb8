/** What was asked of `npm run faults`, or in sentences what is wrong with it. */
import { parseArgs } from 'node:util';

const OPTIONS = {
  cycles: { type: 'string', default: '100' },
  points: { type: 'string', default: '1000' },
  flips: { type: 'string', default: '200' },
  cases: { type: 'string', default: '20000' },
  households: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '1' },
  only: { type: 'string' },
  minutes: { type: 'string', default: '15' },
  write: { type: 'boolean', default: false },
} as const;

export interface FaultArguments<Name extends string> {
  readonly cycles: string;
  readonly points: string;
  readonly flips: string;
  readonly cases: string;
  readonly households: string;
  readonly seed: string;
  readonly minutes: string;
  readonly write: boolean;
  /** The parts to run, in this order. */
  readonly chosen: readonly Name[];
}

const COUNTED = ['cycles', 'points', 'flips', 'cases', 'households'] as const;

/** `parts`: the names that exist. */
export function readFaultArguments<Name extends string>(
  given: readonly string[],
  parts: readonly Name[],
): { readonly asked: FaultArguments<Name> } | { readonly wrong: readonly string[] } {
  let values;
  try {
    ({ values } = parseArgs({ args: [...given], options: OPTIONS }));
  } catch (thrown) {
    const [why = ''] = (thrown instanceof Error ? thrown.message : '').split('\n');
    return {
      wrong: [
        why,
        `options: ${Object.keys(OPTIONS)
          .map((name) => `--${name}`)
          .join(', ')}`,
      ],
    };
  }
  const { only, ...numbers } = values;
  const named = [...new Set(only?.split(',') ?? parts)];
  const chosen = named.flatMap((name) => parts.filter((part) => part === name));
  const unknown = named.filter((name) => !parts.some((part) => part === name));
  const wrong = [
    ...(unknown.length === 0
      ? []
      : [`no part is called ${unknown.map((name) => `"${name}"`).join(' or ')}; there are: ${parts.join(', ')}`]),
    ...COUNTED.filter((name) => !/^[1-9]\d{0,8}$/.test(numbers[name])).map(
      (name) => `--${name} is a whole number of at least 1, not "${numbers[name]}"`,
    ),
    ...(/^\d{1,9}$/.test(numbers.seed) ? [] : [`--seed is a whole number, not "${numbers.seed}"`]),
    ...(/^\d{1,6}(\.\d+)?$/.test(numbers.minutes) && Number(numbers.minutes) > 0
      ? []
      : [`--minutes is a number above 0, not "${numbers.minutes}"`]),
  ];
  return wrong.length > 0 ? { wrong } : { asked: { ...numbers, chosen } };
}
