/**
 * The CDK app. With the CDK's command line: `cdk deploy --all -c stage=dev -c region=cn-north-1`.
 * Without it, into cdk.out: `pnpm --filter @yike/infra synth stage=dev region=cn-north-1`.
 */
import { fileURLToPath } from 'node:url'
import { App } from 'aws-cdk-lib'
import cdk from '../cdk.json' with { type: 'json' }
import { defineProduct } from '../src/product'
import { readDeployment } from '../src/stage'

const given = Object.fromEntries(process.argv.slice(2).map(word => word.split(/=(.*)/s, 2)))
const app = new App({
  context: { ...cdk.context, ...given },
  // The command line says where it wants the assembly.
  outdir: process.env.CDK_OUTDIR ?? fileURLToPath(new URL('../cdk.out', import.meta.url)),
})
defineProduct(
  app,
  readDeployment(name => app.node.tryGetContext(name)),
)
app.synth()
