/** Counts out of the reports of vitest and playwright. */
import type { Counts } from './runPart.ts';

interface VitestReport {
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

export function countsOfVitest(report: unknown): Counts {
  const { testResults } = report as VitestReport;
  const tests = testResults.flatMap((file) => file.assertionResults);
  // A file that does not load has no tests but did fail.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + broken.length,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
    secondTry: tests
      .filter(({ status, failureMessages }) => status === 'passed' && (failureMessages ?? []).length > 0)
      .map((test) => test.fullName),
    failures: [
      ...tests
        .filter((test) => test.status === 'failed')
        .map((test) => ({ title: test.fullName, why: test.failureMessages?.[0] ?? '' })),
      ...broken.map((file) => ({ title: file.name, why: file.message ?? 'did not load' })),
    ],
  };
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results?: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

export function countsOfPlaywright(report: unknown): Counts {
  const { suites, errors } = report as { suites: readonly PlaywrightSuite[]; errors: readonly { message?: string }[] };
  const tests = suites.flatMap((suite) => testsIn(suite));
  return {
    // Only CI gives a second try (playwright.config.ts), and the outcome names who needed it.
    passed: tests.filter((test) => test.status === 'expected' || test.status === 'flaky').length,
    failed: tests.filter((test) => test.status === 'unexpected').length + errors.length,
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => test.title),
    secondTry: tests.filter((test) => test.status === 'flaky').map((test) => test.title),
    failures: [
      ...tests.filter((test) => test.status === 'unexpected').map(({ title, why }) => ({ title, why })),
      ...errors.map((error) => ({ title: 'the run itself', why: error.message ?? '' })),
    ],
  };
}

function testsIn(suite: PlaywrightSuite): readonly { title: string; status: string; why: string }[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, results }) => ({
      title: spec.title,
      status,
      why: results?.find((result) => result.error !== undefined)?.error?.message ?? '',
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsIn)];
}
