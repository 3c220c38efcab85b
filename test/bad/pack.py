# pack.py KIND: a small archive of that kind on standard output, always the same bytes.
import io
import sys
import tarfile

TABLE = b"Source\tModel\tResult\nPlacenta\tRat\tReduced necrosis [3]\n"


def add(archive, name, content=TABLE, kind=tarfile.REGTYPE):
    info = tarfile.TarInfo(name)
    info.type = kind
    info.linkname = "/etc/passwd" if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE) else ""
    info.size = len(content) if kind == tarfile.REGTYPE else 0
    archive.addfile(info, io.BytesIO(content) if kind == tarfile.REGTYPE else None)


def tar(fill):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        fill(archive)
    return out.getvalue()


def hostile(archive):
    add(archive, "../../outside.tsv")
    add(archive, "/absolute.tsv")
    add(archive, "link.tsv", kind=tarfile.SYMTYPE)
    add(archive, "hard.tsv", kind=tarfile.LNKTYPE)
    add(archive, "pipe.tsv", kind=tarfile.FIFOTYPE)
    add(archive, "inner/good.tsv")


def nested(depth):
    content = TABLE
    for level in range(depth):
        name = "table.tsv" if level == 0 else f"level{level}.tar"
        content = tar(lambda archive, name=name, content=content: add(archive, name, content))
    return content


def two(archive):
    add(archive, "first.tsv")
    add(archive, "second.tsv", TABLE * 100)


kind = sys.argv[1]
if kind == "hostile":
    content = tar(hostile)
elif kind == "empty":
    content = tar(lambda archive: None)
elif kind == "strange":
    content = tar(lambda archive: (add(archive, "README", b"hello\n"), add(archive, "picture.png", b"\x89PNG\r\n\x1a\n")))
elif kind == "truncated":
    content = tar(two)[:3000]
else:
    content = nested(int(kind))
sys.stdout.buffer.write(content)
