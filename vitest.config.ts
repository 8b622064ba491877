import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,functions,infra}/**/*.test.ts', 'miniapp/{src,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/cdk.out/**', '.local/**'],
    globalSetup: 'infra/local/vitest-engine.ts',
    // A process for each file: the weapp harness and the browser leave globals behind. Two, for two cores.
    pool: 'forks',
    maxWorkers: 2,
    // The floor is Node 20; the AWS SDK's remark that its releases of 2027 want 22 is known.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
