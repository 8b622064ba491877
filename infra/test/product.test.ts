import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CfnResource, Stack } from 'aws-cdk-lib'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { entries } from '../src/bundle'
import { defineProduct } from '../src/product'
import { deployments, newApp, synthesise } from './synthesis'

const here = join(import.meta.dirname, '..')
afterEach(() => {
  vi.restoreAllMocks()
})

describe.each(deployments)('the product in $stage, $region', deployment => {
  const { app, data, service, assembly } = synthesise(deployment)
  const text = JSON.stringify([data.toJSON(), service.toJSON()])

  test('has no finding of cdk-nag that is not justified where it arises', () => {
    expect(new AwsSolutionsChecks().validateScope(app).violations).toEqual([])
  })

  test('names no partition, so that it stands in any', () => {
    expect(text).not.toMatch(/arn:aws[:-]/)
    expect(text).toContain('AWS::Partition')
  })

  test(`belongs to a region of ${deployment.partition}`, () => {
    expect(assembly.stacks.map(stack => stack.environment.region)).toEqual([
      deployment.region,
      deployment.region,
    ])
    expect(deployment.region.startsWith('cn-')).toBe(deployment.partition === 'aws-cn')
  })

  test('uses nothing that AWS has not in China', () => {
    const types = [data, service].flatMap(template =>
      Object.values<{ Type: string }>(template.toJSON().Resources).map(({ Type }) => Type),
    )
    expect(
      types.filter(type => /::Lambda::Url$|^AWS::Cognito|^AWS::XRay|^AWS::CloudFront/.test(type)),
    ).toEqual([])
    expect(text).not.toContain('TracingConfig')
  })

  test('is kept from deletion in prod', () => {
    for (const stack of assembly.stacks)
      expect(stack.terminationProtection ?? false).toBe(deployment.stage === 'prod')
  })

  test('needs no question to AWS to be synthesised', () => {
    expect(assembly.manifest.missing ?? []).toEqual([])
  })
})

test('no source of ours writes the name of a partition into an ARN', () => {
  for (const file of readdirSync(join(here, 'src')))
    expect(readFileSync(join(here, 'src', file), 'utf8')).not.toMatch(/arn:aws[:-]/)
})

describe('probes', () => {
  const joinedBy = (spoil: (bad: Stack) => void) => {
    const app = newApp()
    defineProduct(app, { stage: 'dev', region: 'cn-north-1', h5Origins: [] })
    spoil(new Stack(app, 'bad', { env: { region: 'cn-north-1' } }))
    return () => app.synth()
  }

  test('cdk-nag stops the synthesis of the product when a careless stack joins it', () => {
    const careless = joinedBy(bad => {
      new Bucket(bad, 'Open')
      new Queue(bad, 'Plain')
    })
    expect(careless).toThrow(/AwsSolutions-S1\b[\s\S]*AwsSolutions-SQS4\b/)
  })

  test('CloudFormation’s rules stop it when a resource is none that AWS would take', () => {
    const wrong = joinedBy(bad => {
      new CfnResource(bad, 'Wrong', { type: 'AWS::SNS::Topic', properties: { NoSuchProperty: true } })
    })
    expect(wrong).toThrow(/NoSuchProperty/)
  })

  test('nothing stops it when what joins it is sound', () => {
    expect(joinedBy(bad => new LogGroup(bad, 'Sound'))).not.toThrow()
  })
})

test('synthesis opens no connection and gives the same product each time', () => {
  const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
    throw new Error('no network here')
  })
  const deployment = { stage: 'dev', region: 'cn-north-1', h5Origins: [] } as const
  const [first, second] = [synthesise(deployment), synthesise(deployment)]
  expect(second.service.toJSON()).toEqual(first.service.toJSON())
  expect(second.data.toJSON()).toEqual(first.data.toJSON())
  expect(connect.mock.calls).toEqual([])
})

test('the source maps lie beside the assets and in none of them', () => {
  const { directory } = synthesise(deployments[0] ?? expect.fail()).assembly
  expect(readdirSync(join(directory, 'maps')).sort()).toEqual(
    [...entries].sort().map(entry => `${entry}.js.map`),
  )
  const assets = readdirSync(directory).filter(name => name.startsWith('asset.'))
  expect(assets).toHaveLength(entries.length)
  for (const asset of assets) expect(readdirSync(join(directory, asset))).toEqual(['index.js'])
})

describe('the command', () => {
  const synth = async (...args: string[]) => {
    const outdir = mkdtempSync(join(tmpdir(), 'yike-synth-'))
    try {
      const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'bin/yike-linli.ts', ...args], {
        cwd: here,
        env: { ...process.env, CDK_OUTDIR: outdir },
      })
      const failed = await run.then(
        () => false,
        () => true,
      )
      return { failed, templates: readdirSync(outdir).filter(name => name.endsWith('.template.json')) }
    } finally {
      rmSync(outdir, { recursive: true })
    }
  }

  test('writes both stacks', async () => {
    expect(await synth('stage=dev', 'region=cn-north-1')).toEqual({
      failed: false,
      templates: ['yike-linli-dev-data.template.json', 'yike-linli-dev-service.template.json'],
    })
  }, 60_000)

  test('writes nothing without a stage', async () => {
    expect(await synth('region=cn-north-1')).toEqual({ failed: true, templates: [] })
  }, 60_000)
})
