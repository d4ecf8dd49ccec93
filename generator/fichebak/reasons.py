"""Why the system refused: its errors in Dutch, for the sentence of a failure. Nothing else puts them into words."""

import errno
from collections.abc import Mapping

WORDS: Mapping[int, str] = {
    errno.EACCES: "u mag daar niet schrijven of lezen",
    errno.EPERM: "u mag daar niet schrijven of lezen",
    errno.EROFS: "die schijf is alleen te lezen",
    errno.ENOSPC: "er is geen plaats meer op de schijf",
    errno.EDQUOT: "uw deel van de schijf (quotum) is vol",
    errno.EFBIG: "het bestand wordt groter dan het hier mag zijn",
    errno.ENOENT: "de map of het bestand is er niet",
    errno.EEXIST: "er staat al iets met die naam",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een bestand staat waar een map moet zijn",
    errno.ENOTEMPTY: "de map is niet leeg",
    errno.ELOOP: "het is een koppeling (symbolic link)",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EBUSY: "het is in gebruik, of een schijf op zich",
    errno.EXDEV: "het ligt op een andere schijf",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.ENFILE: "er staan te veel bestanden open",
    errno.EADDRINUSE: "een ander programma gebruikt hem",
    errno.EIO: "de schijf geeft fouten",
}
NO_TEMPORARY = "No usable temporary directory"  # what tempfile says, with the number of a missing file


def reason(error: OSError) -> str:
    """Return why *error* came, without its place."""
    said = error.strerror or str(error)
    if said.startswith(NO_TEMPORARY):
        return "er is geen tijdelijke map met plaats om in te schrijven (zie TMPDIR)"
    return WORDS.get(error.errno or 0, said)


def placed(error: OSError) -> str:
    """Return why *error* came, and about which file when it says so."""
    return f"{reason(error)} ({error.filename})" if error.filename else reason(error)
