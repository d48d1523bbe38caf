"""All rules. A rule is a generator function; its name and its docstring say what must be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.checks import (
    characters,
    dates,
    duplicates,
    invariants,
    kits,
    lessons,
    masks,
    numerals,
    page_calls,
    page_sections,
    pages,
    persons,
    privacy,
    prose,
    punctuation,
    questions,
    quizzes,
    references,
    reports,
    session_plans,
    wording,
    words,
)
from macros.checks.follow_ups import without_follow_ups
from macros.checks.scope import Scope
from macros.problems import Problem, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from macros.checks.scope import Macros
    from macros.library import Library

Rules = tuple["Callable[[Scope], Iterator[Problem]]", ...]

RULES: Rules = (
    references.id_equals_file_name,
    references.ids_are_unique,
    references.every_id_is_known,
    references.every_word_is_in_the_vocabulary,
    references.nothing_is_listed_twice,
    references.nothing_points_at_itself,
    duplicates.case_numbers_are_unique,
    duplicates.names_of_methods_are_unique,
    duplicates.cases_are_told_once,
    invariants.glossary_anchors_are_unique,
    invariants.cases_are_as_open_as_their_place,
    invariants.comparisons_answer_their_own_aspects,
    invariants.retired_addresses_lead_somewhere,
    invariants.forms_serve_steps_that_exist,
    questions.rules_look_at_fields_that_exist,
    questions.rules_use_words_that_occur,
    questions.fits_name_methods_with_a_page,
    questions.questions_stand_in_one_order,
    dates.nothing_happened_in_the_future,
    masks.masks_only_where_the_source_masks,
    wording.nothing_is_left_unfinished,
    wording.no_html_in_values,
    wording.no_template_code_in_values,
    wording.no_address_outside_url,
    punctuation.punctuation_is_full_width,
    punctuation.punctuation_of_pages_is_full_width,
    characters.no_invisible_characters,
    characters.no_odd_spaces,
    characters.no_look_alike_characters,
    characters.no_wide_letters_or_digits,
    privacy.no_private_numbers,
    privacy.no_secrecy_marks,
    persons.no_known_persons,
    words.words_are_those_of_the_table,
    words.exceptions_of_words_are_needed,
    words.words_of_the_table_do_not_clash,
    numerals.dates_in_text_are_written_out,
    numerals.ranges_are_written_with_a_word,
    numerals.zeros_of_years_are_those_of_the_standard,
    numerals.no_space_between_han_and_letters,
    numerals.brackets_and_quotes_are_paired,
    prose.figures_of_prose_stand_in_the_record,
    pages.method_pages_stand_in_their_place,
    pages.titles_of_pages_are_unique,
    pages.calls_name_records_that_exist,
    pages.pages_link_only_to_open_sources,
    page_calls.pages_only_call_macros,
    page_sections.method_pages_have_every_section,
    page_sections.sections_keep_their_order,
    page_sections.method_pages_show_everything,
    page_sections.methods_have_what_their_type_needs,
    page_sections.core_methods_are_complete,
    lessons.lessons_stand_in_their_place,
    lessons.parts_of_lessons_say_their_time,
    lessons.slides_can_be_read,
    lessons.lessons_are_exercised,
    lessons.courses_hold_every_lesson_once,
    lessons.role_paths_name_lessons_that_exist,
    kits.kits_take_as_long_as_an_evening_can_hold,
    kits.kits_can_be_cast,
    kits.scores_of_kits_add_up,
    kits.scores_name_steps_of_the_method,
    kits.facts_of_kits_are_those_of_their_cases,
    kits.kits_name_no_person,
    quizzes.drawn_questions_have_items,
    quizzes.questions_rest_on_their_record,
    quizzes.questions_are_asked_once,
    quizzes.no_option_speaks_of_the_others,
    quizzes.explanations_do_not_point_at_places,
    quizzes.lengths_do_not_give_answers_away,
    session_plans.plans_hold_lessons_that_exist,
    session_plans.plans_begin_and_end_with_work,
    reports.reports_are_told_once,
    reports.corrections_name_a_page,
)


#: What must hold before any page is made, `check` or no `check`: nothing dangles, nothing private gets out.
BEFORE_BUILDING = (
    references.every_id_is_known,
    references.every_word_is_in_the_vocabulary,
    pages.calls_name_records_that_exist,
    page_calls.pages_only_call_macros,
    privacy.no_private_numbers,
    privacy.no_secrecy_marks,
)


def run(library: Library, today: date, macros: Macros, rules: Rules = RULES) -> list[Problem]:
    """Every problem the rules find, in order."""
    scope = Scope(library, today, macros)
    return in_order(problem for rule in rules for problem in without_follow_ups(rule, scope))
