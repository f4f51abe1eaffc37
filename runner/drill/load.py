"""People at work, each in a thread: deputies submit, a delegation looks first, a clerk accepts and assigns, an office
passes on, a unit answers."""

import queue
import re
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from runner.drill.ledger import Ledger
from runner.drill.visitor import Answer, GaveUp, Visitor

UNIT = "水利厅"
BODY = "您提出的建议收悉。现答复如下：一、所提事项已全部列入今年项目。二、年底前完成并向您通报。"
TALK = "电话介绍了办理打算，代表要求写明年底前的完成时限。"
SITUATION = "湖区二十三个村仍靠单村水源供水，枯水期水质不稳定，群众反映集中。"
PROPOSALS = "一、把二十三个村纳入农村供水保障项目。\n二、明确完成时限和资金来源，每季度通报一次。"
HANDLING = re.compile(r"/handlings/(\d+)/")
CASE = re.compile(r"/suggestions/(\d+)/")

Item = tuple[int, str]


@dataclass
class Load:
    """The whole office for the while; `stop` lets everybody finish what is in hand."""

    address: str
    password: str
    ledger: Ledger
    stop: threading.Event = field(default_factory=threading.Event)
    troubles: list[str] = field(default_factory=list)
    submitted: "queue.Queue[Item]" = field(default_factory=queue.Queue)
    passed: "queue.Queue[Item]" = field(default_factory=queue.Queue)
    assigned: "queue.Queue[Item]" = field(default_factory=queue.Queue)
    dispatched: "queue.Queue[Item]" = field(default_factory=queue.Queue)
    threads: list[threading.Thread] = field(default_factory=list)

    def start(self) -> None:
        people: tuple[tuple[str, Callable[[Visitor], None]], ...] = (
            ("daibiao", self.propose),
            ("daibiao2", self.propose),
            ("daibiaotuan", self.gate),
            ("lianluo", self.staff),
            ("jiaoban", self.office),
            ("qianfa", self.unit),
        )
        for username, work in people:
            thread = threading.Thread(target=self._run, args=(username, work), daemon=True)
            self.threads.append(thread)
            thread.start()

    def end(self) -> None:
        self.stop.set()
        for thread in self.threads:
            thread.join(300)
        if stuck := [one for one in self.threads if one.is_alive()]:
            self.troubles.append(f"{len(stuck)} people never came back")

    def _run(self, username: str, work: Callable[[Visitor], None]) -> None:
        visitor = Visitor(self.address, username, self.password)
        try:
            visitor.sign_in()
            while not self.stop.is_set():
                work(visitor)
        except GaveUp as reason:
            self.troubles.append(str(reason))

    def propose(self, deputy: Visitor) -> None:
        """A suggestion from the empty page to sent."""
        mark = uuid.uuid4().hex[:12]
        begin = deputy.get("/suggestions/new/")
        written = deputy.post("/suggestions/new/", begin.form("csrfmiddlewaretoken").filled())
        if not (found := CASE.search(written.url)):
            raise GaveUp(f"no draft at {written.url}")
        case = int(found[1])
        text = {"title": f"关于演练{mark}的建议", "situation": SITUATION, "proposals": PROPOSALS}
        page = written if "/write/" in written.url else deputy.get(f"/suggestions/{case}/write/")
        deputy.post(page.url, page.form("title").filled(**text))
        page = deputy.get(f"/suggestions/{case}/details/")
        form = page.form("formed_by")
        deputy.post(page.url, form.filled(formed_by=next(filter(None, form.choices["formed_by"]))))
        page = deputy.get(f"/suggestions/{case}/check/")
        target = f"/suggestions/{case}/submit/"
        sent = deputy.post(target, self._form_to(page, target))
        if sent.status == 200 and sent.url.endswith("/sent/"):
            self.ledger.acknowledged("submit", case, mark)
            self.submitted.put((case, mark))

    def gate(self, delegation: Visitor) -> None:
        """While the congress meets the delegation looks first; between sessions there is nothing for it to do."""
        if (item := self._next(self.submitted)) is None:
            return
        case, mark = item
        page = delegation.get(f"/suggestions/{case}/review/")
        if 'value="pass_on"' in page.text:
            answer = delegation.post(page.url, page.form("decision").filled(decision="pass_on"))
            if not self._moved(answer, case):
                return
            self.ledger.acknowledged("pass_on", case, mark)
        self.passed.put(item)

    def staff(self, clerk: Visitor) -> None:
        """Accept, then assign to the unit that the drill's people belong to."""
        if (item := self._next(self.passed)) is None:
            return
        case, mark = item
        page = clerk.get(f"/suggestions/{case}/review/")
        answer = clerk.post(page.url, page.form("decision").filled(decision="accept", topic="AGR"))
        if not self._moved(answer, case):
            return
        self.ledger.acknowledged("accept", case, mark)
        page = clerk.get(f"/suggestions/{case}/assign/")
        unit = self._unit_in(page)
        answer = clerk.post(page.url, page.form("mode").filled(mode="sole", unit=unit, assign="1"))
        if self._moved(answer, case):
            self.ledger.acknowledged("assign", case, mark)
            self.assigned.put(item)

    def office(self, office: Visitor) -> None:
        """Pass on what came."""
        if (item := self._next(self.assigned)) is None:
            return
        case, mark = item
        page = office.get(f"/suggestions/{case}/")
        if not (found := re.search(r"/handlings/(\d+)/dispatch/", page.text)):
            self.dispatched.put(item)
            return
        page = office.get(found[0] if found[0].startswith("/s") else f"/suggestions{found[0]}")
        answer = office.post(page.url, page.form("seen").filled())
        if self._moved(answer, case):
            self.ledger.acknowledged("dispatch", int(found[1]), mark, "handling")
            self.dispatched.put(item)

    def unit(self, signer: Visitor) -> None:
        """Sign for it, write the answer, sign and deliver it: the signer may do all of that."""
        if (item := self._next(self.dispatched)) is None:
            return
        case, mark = item
        page = signer.get(f"/suggestions/{case}/")
        if not (found := re.search(r"/handlings/(\d+)/sign/", page.text)):
            raise GaveUp(f"nothing to sign for at {case}")
        handling = int(found[1])
        target = f"/suggestions/handlings/{handling}/sign/"
        answer = signer.post(target, self._form_to(page, target))
        if self._moved(answer, case):
            self.ledger.acknowledged("sign_for", handling, mark, "handling")
        self._speak(signer, case, handling, mark)
        self._answer(signer, case, handling, mark)

    def _speak(self, signer: Visitor, case: int, handling: int, mark: str) -> None:
        """First the talk with the deputy, then the reply."""
        page = signer.get(f"/suggestions/handlings/{handling}/contact/")
        said = {
            "stage": "before",
            "way": "phone",
            "participants": "演练",
            "content": TALK,
            "attitude": "agrees",
        }
        answer = signer.post(page.url, page.form("content").filled(**said))
        if self._moved(answer, case):
            self.ledger.acknowledged("contact", handling, mark, "handling")

    def _answer(self, signer: Visitor, case: int, handling: int, mark: str) -> None:
        target = f"/suggestions/handlings/{handling}/reply/"
        page = signer.get(target)
        number = f"湘演函〔2026〕{int(uuid.uuid4().hex[:6], 16)}号"
        told = {"body": BODY, "reply_class": "A", "document_number": number, "contact_name": "演练"}
        form = page.form("body")
        known = {name: value for name, value in told.items() if name in form.names()}
        answer = signer.post(target, form.filled(**known, move="sign"))
        if self._moved(answer, case):
            self.ledger.acknowledged("deliver", handling, mark, "handling")

    def _form_to(self, page: Answer, target: str) -> list[tuple[str, str]]:
        for form in page.read().found:
            if form.action.endswith(target):
                return form.filled()
        raise GaveUp(f"no form to {target} at {page.url}")

    def _unit_in(self, page: Answer) -> str:
        if found := re.search(rf'<option value="(\d+)"[^>]*>省?{UNIT}</option>', page.text):
            return found[1]
        raise GaveUp(f"{UNIT} cannot be chosen at {page.url}")

    def _moved(self, answer: Answer, case: int) -> bool:
        """Did the site lead back to the case, as it does when a move was made?"""
        return answer.status == 200 and answer.url.endswith(f"/suggestions/{case}/")

    def _next(self, waiting: "queue.Queue[Item]") -> Item | None:
        try:
            return waiting.get(timeout=0.5)
        except queue.Empty:
            time.sleep(0.05)
            return None
