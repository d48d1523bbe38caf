"""What a record is. Nothing here knows files, pages or the clock."""

from macros.models.base import Record
from macros.models.case import Case
from macros.models.form import Form
from macros.models.kit import Kit
from macros.models.method import Method
from macros.models.overview import Comparison, Numbered, Process
from macros.models.question import Question
from macros.models.quiz import Quiz
from macros.models.reference import Category, Confusable, Document, Place, Source, Term, Vocabularies
from macros.models.report import Correction, Report
from macros.models.retired import Retired
from macros.models.role_path import RolePath
from macros.models.session_plan import SessionPlan
from macros.models.training import Course, Lesson
from macros.models.wording import Wording
from macros.models.year_plan import LeadTime, YearPlan

#: Folder under data/ -> (model, Chinese name of such a record).
KINDS: dict[str, tuple[type[Record], str]] = {
    "methods": (Method, "方法"),
    "cases": (Case, "案例"),
    "sources": (Source, "来源"),
    "places": (Place, "地方"),
    "documents": (Document, "制度文件"),
    "terms": (Term, "术语"),
    "confusables": (Confusable, "辨析"),
    "processes": (Process, "流程"),
    "numbers": (Numbered, "名数"),
    "comparisons": (Comparison, "比较"),
    "courses": (Course, "课程"),
    "questions": (Question, "选方法的问题"),
    "retired": (Retired, "旧地址"),
    "role_paths": (RolePath, "自学清单"),
    "wording": (Wording, "用词规则"),
    "kits": (Kit, "模拟协商"),
    "session_plans": (SessionPlan, "流程表"),
    "year_plans": (YearPlan, "年度格局"),
    "lead_times": (LeadTime, "提前量"),
    "quizzes": (Quiz, "测验"),
    "forms": (Form, "表单"),
    "reports": (Report, "使用报告"),
    "corrections": (Correction, "勘误"),
}

__all__ = [
    "KINDS",
    "Case",
    "Category",
    "Comparison",
    "Confusable",
    "Correction",
    "Course",
    "Document",
    "Form",
    "Kit",
    "LeadTime",
    "Lesson",
    "Method",
    "Numbered",
    "Place",
    "Process",
    "Question",
    "Quiz",
    "Report",
    "Retired",
    "RolePath",
    "SessionPlan",
    "Source",
    "Term",
    "Vocabularies",
    "Wording",
    "YearPlan",
]
