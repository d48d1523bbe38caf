"""What is taught: a lesson is a page whose head says so, a course puts lessons in order."""

from __future__ import annotations

from macros.models.base import Id, Record, Short, Text, about

#: what a part of a lesson may be, as `data-mode` of its heading
MODES = ("导入", "讲授", "案例", "讨论", "练习", "演练", "测验", "小结")


class Lesson(Record):
    """What the head of a page in docs/training says of the lesson."""

    minutes: int = about(
        "用时（分钟）", "整节课多少分钟，等于各小节data-min相加", good=60, bad="一小时", ge=5, le=480
    )
    objectives: list[Text] = about(
        "学习目标",
        "学完能做什么，以动词开头，不超过三条",
        good=["能排出六个环节"],
        bad="了解",
        min_length=1,
        max_length=3,
    )
    points: list[Text] = about(
        "要点", "要记住的，不超过五条", good=["先调研后协商"], bad="略", min_length=1, max_length=5
    )
    questions: list[Text] = about(
        "导入问题",
        "开场问学员的，不超过三个",
        good=["你会先找谁点题？"],
        bad="略",
        min_length=1,
        max_length=3,
    )
    methods: list[Id] = about("讲哪些方法", "方法编号", good=["liushi"], bad="六式", min_length=1)
    cases: list[Id] = about(
        "用到的案例", "练习所依据的真实案例，写案例编号", good=["s0-kangyi"], bad="某市", min_length=1
    )


class Course(Record):
    """A record of data/courses: lessons in the order they are taught."""

    id: Id = about("编号", "与文件名相同", good="xinren-weiyuan", bad="课程一")
    name: Short = about("名称", "课程的名称", good="新任委员履职入门", bad="课程")
    audience: Text = about("给谁上", "学员是谁", good="新一届政协委员", bad="大家", max_length=60)
    lessons: list[Id] = about(
        "课时", "课时编号，按上课的先后", good=["lvzhi-yinian"], bad="第一课", min_length=1
    )
    # The last one: from here on `about` is this field.
    about: Text = about(
        "说明", "一句话，学完能办什么事", good="从第一次参会到第一件提案", bad="略", max_length=120
    )
