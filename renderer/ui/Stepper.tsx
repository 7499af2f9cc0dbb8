import { Icon } from './Icon.tsx';

export interface Step {
  readonly label: string;
  /** The fact you gave, or what it is for. Never a secret. */
  readonly note?: string;
}

interface StepperProps {
  readonly label: string;
  readonly steps: readonly Step[];
  /** 0-based. */
  readonly current: number;
}

/** Number in a circle, a tick when done, filled when current. No bar, no percentage. */
export function Stepper({ label, steps, current }: StepperProps) {
  return (
    <>
      <p className="steps-short muted xs">
        Stap {current + 1} van {steps.length} · {steps[current]?.label}
      </p>
      <ol className="steps" aria-label={label}>
        {steps.map((step, index) => (
          <li
            key={step.label}
            className={index < current ? 'done' : index === current ? 'now' : 'later'}
            {...(index === current ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="number">{index < current ? <Icon name="check" /> : index + 1}</span>
            <div>
              <b>
                {step.label}
                {index < current ? <span className="visually-hidden"> (klaar)</span> : null}
              </b>
              {step.note ? <small>{step.note}</small> : null}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
