"""What the pipeline does with its table, done by boto3 against the endpoint given as the first argument. Prints "done"."""

import sys

import boto3
from botocore.exceptions import ClientError

client = boto3.client("dynamodb", endpoint_url=sys.argv[1])
table = boto3.resource("dynamodb", endpoint_url=sys.argv[1]).Table("records")


def code(operation, **parameters):
    try:
        operation(**parameters)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return None


# A number of the ledger is taken once.
entry = {"pk": {"S": "kz"}, "sk": {"S": "LEDGER#0000000001"}, "doc": {"S": "Сайлау"}}
once = {"TableName": "records", "Item": entry, "ConditionExpression": "attribute_not_exists(pk)"}
assert code(client.put_item, **once) is None
assert code(client.put_item, **once) == "ConditionalCheckFailedException"
found = client.get_item(TableName="records", Key={"pk": entry["pk"], "sk": entry["sk"]}, ConsistentRead=True)
assert found["Item"] == entry

# A batch, and what is too much for one.
rows = [{"PutRequest": {"Item": {"pk": {"S": "kz#b"}, "sk": {"S": f"{n:04}"}, "doc": {"B": b"\x00\xff"}}}} for n in range(26)]
assert client.batch_write_item(RequestItems={"records": rows[:25]})["UnprocessedItems"] == {}
assert code(client.batch_write_item, RequestItems={"records": rows}) == "ValidationException"
with table.batch_writer() as batch:
    for n in range(25, 60):
        batch.put_item(Item={"pk": "kz#b", "sk": f"{n:04}", "doc": "x" * 100_000})

# A query in pages: of ten items, and of the megabyte at which DynamoDB ends one by itself.
asked = {"TableName": "records", "KeyConditionExpression": "pk = :pk", "ExpressionAttributeValues": {":pk": {"S": "kz#b"}}}
for size in (10, None):
    pages = list(client.get_paginator("query").paginate(**asked, PaginationConfig={"PageSize": size}))
    assert len(pages) > 3
    assert [item["sk"]["S"] for page in pages for item in page["Items"]] == [f"{n:04}" for n in range(60)]
begins = client.query(TableName="records", KeyConditionExpression="pk = :pk AND begins_with(sk, :p)",
                      ExpressionAttributeValues={":pk": {"S": "kz#b"}, ":p": {"S": "001"}}, ConsistentRead=True)
assert begins["Count"] == 10
print("done")
