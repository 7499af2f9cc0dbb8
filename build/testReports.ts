/** Counts out of the reports of vitest and playwright. */
import type { Counts } from './runPart.ts';

interface VitestReport {
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly status: string;
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
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + brokenFiles,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
    secondTry: tests
      .filter(({ status, failureMessages }) => status === 'passed' && (failureMessages ?? []).length > 0)
      .map((test) => test.fullName),
  };
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
}

export function countsOfPlaywright(report: unknown): Counts {
  const { suites, errors } = report as { suites: readonly PlaywrightSuite[]; errors: readonly unknown[] };
  const tests = suites.flatMap((suite) => testsIn(suite));
  return {
    // Only CI gives a second try (playwright.config.ts), and the outcome names who needed it.
    passed: tests.filter((test) => test.status === 'expected' || test.status === 'flaky').length,
    failed: tests.filter((test) => test.status === 'unexpected').length + errors.length,
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => test.title),
    secondTry: tests.filter((test) => test.status === 'flaky').map((test) => test.title),
  };
}

function testsIn(suite: PlaywrightSuite): readonly { title: string; status: string }[] {
  const own = (suite.specs ?? []).flatMap((spec) => spec.tests.map(({ status }) => ({ title: spec.title, status })));
  return [...own, ...(suite.suites ?? []).flatMap(testsIn)];
}
