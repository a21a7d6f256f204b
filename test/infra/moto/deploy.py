"""Deploys a synthesized stack on moto, as `cdk deploy` would, and prints what came of it as JSON.

usage: deploy.py <address of moto> <folder of the cloud assembly> <name of the stack>

What moto's CloudFormation does not know is left out, and what refers to it gets a stand-in; the types are printed. It knows a type
when it has a class for it: of one that it does not know it only warns, and then fails at the first reference.
"""

import io
import json
import sys
import zipfile
from pathlib import Path

import boto3
from botocore.exceptions import ClientError
from moto.cloudformation.parsing import get_model_map

address, folder, name = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
account, region = "123456789012", "eu-central-1"


def client(service):
    return boto3.client(service, endpoint_url=address, region_name=region)


def place(text):
    """A text of the manifest with its three variables filled in."""
    known = {"AccountId": account, "Region": region, "Partition": "aws"}
    for variable, value in known.items():
        text = text.replace("${AWS::%s}" % variable, value)
    return text


def packed(path, packaging):
    if packaging == "file":
        return path.read_bytes()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        for file in sorted(path.iterdir()):
            files.write(file, file.name)
    return archive.getvalue()


def publish_assets():
    """What `cdk bootstrap` and the first half of `cdk deploy` do. Gives the size of each asset by its key."""
    client("ssm").put_parameter(Name="/cdk-bootstrap/hnb659fds/version", Value="28", Type="String")
    sizes, buckets = {}, set()
    for file in json.loads((folder / f"{name}.assets.json").read_text())["files"].values():
        body = packed(folder / file["source"]["path"], file["source"]["packaging"])
        for destination in file["destinations"].values():
            bucket, key = place(destination["bucketName"]), destination["objectKey"]
            if bucket not in buckets:
                client("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": region})
                buckets.add(bucket)
            client("s3").put_object(Bucket=bucket, Key=key, Body=body)
            sizes[key] = len(body)
    return sizes


def without(value, missing):
    """A template's value with a stand-in where it refers to a resource that is left out."""
    if isinstance(value, list):
        return [without(one, missing) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("Ref") in missing or value.get("Fn::GetAtt", [None])[0] in missing:
        return "left-out"
    return {key: without(one, missing) for key, one in value.items()}


def said(member, operation, **parameters):
    """One member of what a call answers, null when there is none; the code of an error where it fails."""
    try:
        return operation(**parameters).get(member)
    except ClientError as error:
        return error.response["Error"]["Code"]


def settings_of(outputs):
    """What was set on the resources beside their being there, as their services tell."""
    s3, dynamodb = client("s3"), client("dynamodb")
    table, bucket = {"TableName": outputs["RecordsTableName"]}, {"Bucket": outputs["IntakeBucketName"]}
    return {
        "versions": said("Status", s3.get_bucket_versioning, **bucket),
        "public access": said("PublicAccessBlockConfiguration", s3.get_public_access_block, **bucket),
        "encryption": said("ServerSideEncryptionConfiguration", s3.get_bucket_encryption, **bucket),
        "events": said("EventBridgeConfiguration", s3.get_bucket_notification_configuration, **bucket),
        "recovery": said("ContinuousBackupsDescription", dynamodb.describe_continuous_backups, **table),
        "expiry": said("TimeToLiveDescription", dynamodb.describe_time_to_live, **table),
        "key": said("KeyMetadata", client("kms").describe_key, KeyId=outputs["SigningKeyArn"]),
    }


template = json.loads((folder / f"{name}.template.json").read_text())
missing = {key for key, one in template["Resources"].items() if one["Type"] not in get_model_map()}
made = {key: one for key, one in template["Resources"].items() if key not in missing}
sizes = publish_assets()
cloudformation = client("cloudformation")
body = json.dumps(without({**template, "Resources": made}, missing))
cloudformation.create_stack(StackName=name, TemplateBody=body, Capabilities=["CAPABILITY_IAM"])
stack = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
resources = cloudformation.describe_stack_resources(StackName=name)["StackResources"]
outputs = {one["OutputKey"]: one["OutputValue"] for one in stack["Outputs"]}
there = {one["LogicalResourceId"]: one["PhysicalResourceId"] for one in resources}
functions = [client("lambda").get_function_configuration(FunctionName=there[key])
             for key, one in made.items() if one["Type"] == "AWS::Lambda::Function"]
rules = [key for key, one in made.items() if one["Type"] == "AWS::Events::Rule"]
machine = client("stepfunctions").describe_state_machine(stateMachineArn=outputs["StateMachineArn"])
table = client("dynamodb").describe_table(TableName=outputs["RecordsTableName"])["Table"]
print(json.dumps({
    "unknown": sorted({template["Resources"][key]["Type"] for key in missing}),
    "status": stack["StackStatus"],
    "expected": sorted(made),
    "complete": sorted(one["LogicalResourceId"] for one in resources if one["ResourceStatus"] == "CREATE_COMPLETE"),
    "outputs": outputs,
    "table": {"keys": table["KeySchema"], "billing": table.get("BillingModeSummary", {}).get("BillingMode")},
    "settings": settings_of(outputs),
    "functions": [{
        "runtime": one["Runtime"],
        "role": one["Role"],
        "environment": one["Environment"]["Variables"],
        "size": one["CodeSize"],
        "arn": one["FunctionArn"],
    } for one in functions],
    "sizes": sizes,
    "definition": json.loads(machine["definition"]),
    "patterns": [json.loads(client("events").describe_rule(Name=there[key].split("/")[-1])["EventPattern"]) for key in rules],
    "targets": [one["Arn"] for key in rules for one in client("events").list_targets_by_rule(Rule=there[key].split("/")[-1])["Targets"]],
}))
