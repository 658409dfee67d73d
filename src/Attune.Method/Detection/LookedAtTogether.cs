namespace Attune.Method.Detection;

/// <summary>What somebody looks at who meets several criteria at once: the share of false alarms is that of a flag by any of them.</summary>
public enum LookedAtTogether
{
    /// <summary>The criterion that leads on a course, session by session (<see cref="Alliance.PartnerCourse.LeadingCriterion"/>), on the composite.</summary>
    LeadingOnACourse = 1,

    /// <summary>Any of <see cref="CourseCriteria.All"/>, on the composite.</summary>
    CriteriaOfACourse = 2,

    /// <summary>Any criterion that can be judged from a series, on the composite.</summary>
    AllCriteria = 3,

    /// <summary>The same on composite, task, goal and bond.</summary>
    AllCriteriaAndAreas = 4,
}
