// The last line of `npm test`: “N passed, N failed”, alone on its line. A file or group that broke
// before its tests ran counts as failed.
import type { Reporter, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const number = (state: string) => tests.filter((test) => test.result().state === state).length;
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const broken = suites.filter((suite) => suite.errors().length > 0).length + unhandled.length;
    const skipped = number('skipped');
    process.on('exit', () =>
      console.log(
        `${number('passed')} passed, ${number('failed') + broken} ` +
          `failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
      ),
    );
  }
}
