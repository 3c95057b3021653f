import { JsonReporter } from "vitest/node"

/** vitest's JSON report, in which a failure tells its cause too: that of a property names only the example that failed. */
export default class Report extends JsonReporter {
  constructor() {
    super({})
  }

  /** @param {readonly import("vitest/node").TestModule[]} modules @override */
  async onTestRunEnd(modules) {
    for (const module of modules)
      for (const test of module.children.allTests("failed"))
        for (const error of /** @type {any[]} */ (test.result().errors ?? []))
          if (error.cause?.message) error.stack = `${error.stack ?? error.message}\nCaused by: ${error.cause.message}`
    await super.onTestRunEnd(/** @type {any} */ (modules))
  }
}
