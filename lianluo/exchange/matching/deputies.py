"""Deputies by name; equal names are told apart by delegation, card or day, and never guessed."""

import re
from collections import defaultdict
from datetime import date

from lianluo.congress.models import Congress
from lianluo.exchange.kinds import Candidate
from lianluo.exchange.matching.found import Found, bare, one_apart
from lianluo.kernel.text import Sentence, _
from lianluo.people.models import Seat
from lianluo.people.pinyin import spelled

HINT = re.compile(r"^(.*?)[（(](.*?)[）)]$")
MOST = 6


class SeatNames:
    """All seats of a congress in memory, read once."""

    def __init__(self, congress: Congress) -> None:
        rows = Seat.objects.within(congress.scope).select_related("person", "delegation", "term")
        self.seats: dict[int, Seat] = {seat.pk: seat for seat in rows}
        self.by_name: dict[str, list[Seat]] = defaultdict(list)
        self.by_sound: dict[str, list[Seat]] = defaultdict(list)
        for seat in self.seats.values():
            self.by_name[bare(seat.person.name)].append(seat)
            self.by_sound[seat.person.pinyin or spelled(seat.person.name)[0]].append(seat)

    def find(self, text: str, on: date, *, delegation: str = "", card: str = "") -> Found:
        """The seat that `text` meant on the day `on`: 田远岫, 田远岫（张家界）, 田远岫（0614）."""
        hinted = HINT.match(text.strip())
        name, hint = (hinted[1], hinted[2]) if hinted else (text, delegation)
        same = self.by_name.get(bare(name), [])
        if not same:
            return self._near(text, bare(name))
        told = [seat for seat in same if _fits(seat, hint or delegation, card)]
        sat = [seat for seat in (told or same) if _sat_on(seat, on)] or told or same
        if len(sat) == 1:
            late = "" if _sat_on(sat[0], on) else str(Sentence(_("{name}在那一天不是本级代表。"), name=name))
            return Found(sat[0], late)
        return Found(
            said=str(Sentence(_("名册里有 {n} 位{name}。"), n=len(sat), name=name)),
            candidates=_candidates(sat),
        )

    def _near(self, text: str, plain: str) -> Found:
        alike = list(self.by_sound.get(spelled(plain)[0], [])) if plain else []
        alike += [s for name, seats in self.by_name.items() if one_apart(name, plain) for s in seats]
        kept = list({seat.pk: seat for seat in alike}.values())
        if not kept:
            return Found(said=str(Sentence(_("名册里没有“{text}”，也没有音同或只差一个字的。"), text=text)))
        said = str(Sentence(_("名册里没有“{text}”；音同或差一个字的有 {n} 位。"), text=text, n=len(kept)))
        return Found(said=said, candidates=_candidates(kept))


def _candidates(seats: list[Seat]) -> tuple[Candidate, ...]:
    return tuple(Candidate(str(seat.pk), seat.person.name, described(seat)) for seat in seats[:MOST])


def described(seat: Seat) -> str:
    """What tells a deputy apart from another of the same name."""
    parts = [seat.delegation, seat.card_number, seat.term if seat.ends_on else "", seat.person.employer]
    return " · ".join(str(part) for part in parts if part)[:120]


def _fits(seat: Seat, hint: str, card: str) -> bool:
    plain = bare(hint)
    if card and seat.card_number == card.strip():
        return True
    at_home = plain and seat.delegation and (plain in seat.delegation.name or seat.delegation.name in plain)
    return bool(at_home or (plain and seat.card_number == plain))


def _sat_on(seat: Seat, on: date) -> bool:
    return seat.starts_on <= on and (seat.ends_on is None or seat.ends_on >= on)
