"""What a user of boto3 does on a day, against the endpoint given as the first argument. Prints "done"."""

import io
import sys
import urllib.request

import boto3
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
client = boto3.client("s3", endpoint_url=ENDPOINT)
bucket = boto3.resource("s3", endpoint_url=ENDPOINT).Bucket("kept")


def code(operation, **parameters):
    try:
        operation(**parameters)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return None


# A small object with metadata, a range of it, and conditions.
put = client.put_object(Bucket="kept", Key="py/Сайлау &1.csv", Body=b"0123456789", Metadata={"source": "cec"})
got = client.get_object(Bucket="kept", Key="py/Сайлау &1.csv", Range="bytes=2-4")
assert got["Body"].read() == b"234" and got["Metadata"] == {"source": "cec"}
assert code(client.put_object, Bucket="kept", Key="py/Сайлау &1.csv", Body=b"x", IfNoneMatch="*") == "PreconditionFailed"
assert code(client.get_object, Bucket="kept", Key="py/none") == "NoSuchKey"
assert code(client.get_object, Bucket="kept", Key="py/Сайлау &1.csv", Range="bytes=10-") == "InvalidRange"
changed = client.put_object(Bucket="kept", Key="py/Сайлау &1.csv", Body=b"9876543210", IfMatch=put["ETag"])
assert code(client.put_object, Bucket="kept", Key="py/Сайлау &1.csv", Body=b"x", IfMatch=put["ETag"]) == "PreconditionFailed"
assert client.get_object(Bucket="kept", Key="py/Сайлау &1.csv", VersionId=put["VersionId"])["Body"].read() == b"0123456789"
assert client.head_object(Bucket="kept", Key="py/Сайлау &1.csv")["VersionId"] == changed["VersionId"]

# A large one in parts, with every checksum that works without further packages.
large = bytes(range(256)) * 40_000
for algorithm in ("CRC32", "SHA1", "SHA256"):
    client.upload_fileobj(io.BytesIO(large), "kept", f"py/large-{algorithm}", ExtraArgs={"ChecksumAlgorithm": algorithm})
    target = io.BytesIO()
    client.download_fileobj("kept", f"py/large-{algorithm}", target)
    assert target.getvalue() == large

# Parts by hand, whose completion is under a condition.
there = {"Bucket": "kept", "Key": "py/large-SHA1"}
upload = {**there, "UploadId": client.create_multipart_upload(**there)["UploadId"]}
part = client.upload_part(**upload, PartNumber=1, Body=b"by hand")
whole = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
assert code(client.complete_multipart_upload, **upload, MultipartUpload=whole, IfNoneMatch="*") == "PreconditionFailed"
assert client.get_object(**there)["ContentLength"] == len(large)
client.abort_multipart_upload(**upload)
assert code(client.list_parts, **upload) == "NoSuchUpload"

# A stream without a seekable body, keys that XML cannot hold, both listings.
client.put_object(Bucket="kept", Key="py/control\u0001", Body=b"")
keys = [entry["Key"] for page in client.get_paginator("list_objects_v2").paginate(
    Bucket="kept", Prefix="py/", PaginationConfig={"PageSize": 2}) for entry in page["Contents"]]
assert keys == ["py/control\u0001", "py/large-CRC32", "py/large-SHA1", "py/large-SHA256", "py/Сайлау &1.csv"], keys
assert [item.key for item in bucket.objects.filter(Prefix="py/")] == keys

# URLs that are signed in advance.
where = {"Bucket": "kept", "Key": "py/presigned"}
url = client.generate_presigned_url("put_object", Params=where)
urllib.request.urlopen(urllib.request.Request(url, data=b"by URL", method="PUT"))
assert urllib.request.urlopen(client.generate_presigned_url("get_object", Params=where)).read() == b"by URL"

# Versions, deletion of many, copies.
client.put_object(**where, Body=b"second")
versions = client.list_object_versions(Bucket="kept", Prefix="py/presigned")["Versions"]
assert [version["IsLatest"] for version in versions] == [True, False]
client.copy({"Bucket": "kept", "Key": "py/presigned"}, "plain", "copied")
assert client.get_object(Bucket="plain", Key="copied")["Body"].read() == b"second"
client.delete_object(Bucket="kept", Key=keys.pop(0))
deleted = client.delete_objects(Bucket="kept", Delete={"Objects": [{"Key": key} for key in keys]})
assert len(deleted["Deleted"]) == len(keys) and "Errors" not in deleted
print("done")
