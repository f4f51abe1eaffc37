from lianluo.search.words import END, Cutter, pairs, plain, units


def test_full_width_and_capitals_are_folded() -> None:
    assert plain("ＡＢＣ１２") == "abc12"


def test_units_are_characters_and_runs_of_letters() -> None:
    assert units("第3号线，jy2016020") == ["第", "3", "号", "线", "jy2016020"]


def test_pairs_pass_over_punctuation() -> None:
    assert pairs("加装，电梯") == ["加装", "装电", "电梯"]


def test_the_last_character_begins_a_pair_in_the_index() -> None:
    assert pairs("电梯", whole=True) == ["电梯", f"梯{END}"]


def test_pairs_of_two_runs_keep_their_border() -> None:
    assert pairs("1 23") != pairs("12 3")


def test_nothing_has_no_pairs() -> None:
    assert pairs("，。！", whole=True) == []


def test_shorter_words_inside_a_long_one_are_found() -> None:
    found = Cutter().for_index("中华人民共和国")
    assert {"中华人民共和国", "人民", "共和国"} <= set(found)


def test_a_number_is_found_without_its_letters_and_zeros() -> None:
    assert set(Cutter().for_index("jy0020")) == {"jy0020", "jy", "0020", "20"}


def test_a_taught_name_stays_whole() -> None:
    assert "欧阳明德" in Cutter(["欧阳明德"]).for_query("建议由欧阳明德代表提出")
    assert "欧阳明德" not in Cutter().for_query("建议由欧阳明德代表提出")


def test_particles_are_left_out_of_a_question() -> None:
    assert Cutter().for_query("小区的电梯") == ["小区", "电梯"]


def test_a_lone_particle_is_looked_for() -> None:
    assert Cutter().for_query("的") == ["的"]


def test_no_word_is_asked_for_twice() -> None:
    assert Cutter().for_query("电梯 电梯") == ["电梯"]
