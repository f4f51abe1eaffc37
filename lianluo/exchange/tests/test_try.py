from pathlib import Path
import time
from collections import Counter
import pytest
from lianluo.exchange.services import *
from lianluo.exchange.models import *
from lianluo.people.models import *
from datetime import datetime
D=Path("/work/shared/data")
def go(cast,now,file,kind,opts,actor):
    b=open_batch(kind,file.open("rb"),file.name,actor=actor,at=now)
    print(b.mapping,b.columns,b.samples[0])
    map_columns(b,b.mapping,opts,actor=actor,at=now)
    t=time.time(); check(b,actor=actor,at=now); print("check",time.time()-t,b.counts,b.remarks,b.error,b.stage)
    return b
def test_npc(cast,now,settings,tmp_path):
    settings.MEDIA_ROOT=tmp_path
    q=cast.qian
    b=go(cast,now,D/"deputies_npc14/deputies.csv","deputies",{"term":str(cast.home.term.pk)},q)
    c=Counter((p.grade,p.sentence[:40]) for p in b.problems.all()); print(c.most_common(12))
    asks={(p.thing,p.written):p.candidates for p in b.problems.filter(grade="ask")}
    print(len(asks),list(asks.items())[:3])
    choose(b,{k:v[0][0] for k,v in asks.items()},actor=q,at=now)
    check(b,actor=q,at=now); print(b.counts,b.remarks)
    t=time.time(); load(b,actor=q,now=lambda: now); print("load",time.time()-t,b.counts,b.stage)
    b2=go(cast,now,D/"deputies_npc14/deputies.csv","deputies",{"term":str(cast.home.term.pk)},q)
    load(b2,actor=q,now=lambda: now); print(b2.counts)
def test_sh(cast,now,settings,tmp_path):
    settings.MEDIA_ROOT=tmp_path
    q=cast.qian
    b=go(cast,now,D/"congress_shanghai/deputies_15th.csv","deputies",{"term":str(cast.home.term.pk)},q)
    c=Counter((p.grade,p.sentence[:60]) for p in b.problems.exclude(grade="ask")); print(c.most_common(12))
    asks={(p.thing,p.written):p.candidates for p in b.problems.filter(grade="ask")}
    print(len(asks),list(asks.items())[:3], len({v[0][0] for v in asks.values()}))
    choose(b,{k:v[0][0] for k,v in asks.items()},actor=q,at=now)
    load(b,actor=q,now=lambda: now); print(b.counts)
    from lianluo.congress.models import Delegation
    print(Delegation.objects.within(q.scope).count())
    from lianluo.exchange.errors import errors_file
    f,n=errors_file(b); print(n,f.decode()[:900])
def test_bad(cast,now,settings,tmp_path):
    settings.MEDIA_ROOT=tmp_path
    q=cast.qian
    b=go(cast,now,D/"deputies_npc14/deputies.csv","deputies",{"term":str(cast.home.term.pk)},q)
    for p in b.problems.filter(grade="bad"): print(p.row,p.text,p.sentence)
