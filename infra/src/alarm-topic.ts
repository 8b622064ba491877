/** Where alarms go, and from there to people. */
import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'

/** Encrypted with a key of our own, since CloudWatch may not use the one that AWS keeps for topics. */
export const alarmTopic = (stack: Stack, stage: string): Topic => {
  const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com')
  const masterKey = new Key(stack, 'AlarmKey', {
    description: `Yike Linli ${stage}: the alarms`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  masterKey.grant(cloudWatch, 'kms:Decrypt', 'kms:GenerateDataKey')
  const topic = new Topic(stack, 'AlarmTopic', { masterKey, enforceSSL: true })
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [cloudWatch],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  )
  return topic
}
