using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Participants;

/// <summary>The enrolment page's fields: their names, how they become the form that the API takes too, and how its errors become theirs.</summary>
public static class EnrolFields
{
    /// <summary>Each field of the API: the page's field, its name in a sentence, and what to say when it was left empty.</summary>
    private static readonly Dictionary<string, (string Field, string Name, string Missing)> Known = new()
    {
        ["name"] = ("name", "The name", "Enter their full name"),
        ["phone"] = ("phone", "The mobile number", "Enter their mobile number, which text messages need"),
        ["email"] = ("email", "The email address", "Enter their email address, which emails need"),
        ["channel"] = ("channel", "How we write to them", "Select how we write to them"),
        ["language"] = ("language", "The language", "Select their language"),
        ["timeZone"] = ("timeZone", "The time zone", "Enter a time zone"),
        ["agencyId"] = ("agencyId", "The agency", "Select the agency"),
        ["practitionerEmail"] = ("practitionerEmail", "The practitioner's email", "Enter the practitioner's email"),
        ["clientGroup"] = ("clientGroup", "The group", "Select whom they are supported among"),
        ["ageBand"] = ("ageBand", "The age band", "Enter the age band"),
        ["gender"] = ("gender", "The gender", "Enter the gender"),
        ["consent.givenOn"] = ("consentGivenOn", "The day of consent", "Enter the day on which they agreed"),
        ["consent.version"] = ("consentVersion", "The version of the consent form", "Enter the version of the consent form"),
        ["consent.keepAnswers"] = ("consentKeepAnswers", "What becomes of their answers", "Select what becomes of their answers"),
        ["goals"] = ("goals", "The list of goals", "Enter a goal"),
        ["checkInDay"] = ("checkInDay", "The day of check-ins", "Select a day"),
        ["checkInTime"] = ("checkInTime", "The time of check-ins", "Enter a time"),
    };

    /// <summary>The page's fields in the order in which they stand there.</summary>
    private static readonly string[] Order =
    [
        "name", "channel", "phone", "email", "language", "goals", "checkInDay", "checkInTime", "agencyId", "practitionerEmail", "clientGroup",
        "consentGivenOn", "consentVersion", "consentKeepAnswers", "ageBand", "gender", "timeZone",
    ];

    /// <summary>The form that is checked and enrolled.</summary>
    public static EnrolmentForm Form(Filled written) => new()
    {
        Name = written["name"],
        Phone = written["phone"],
        Email = written["email"],
        Channel = written["channel"],
        Language = written["language"],
        TimeZone = written["timeZone"],
        AgencyId = written["agencyId"],
        PractitionerEmail = written["practitionerEmail"],
        ClientGroup = written["clientGroup"],
        AgeBand = written["ageBand"],
        Gender = written["gender"],
        ConsentGivenOn = written.Day("consentGivenOn"),
        ConsentVersion = written["consentVersion"],
        ConsentKeepAnswers = written["consentKeepAnswers"],
        Goals = written["goals"].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        CheckInDay = written["checkInDay"],
        CheckInTime = written["checkInTime"],
    };

    /// <summary>What is wrong, said of the page's fields, in their order there.</summary>
    public static IReadOnlyList<FieldFault> Faults(CheckedEnrolment checkedForm) => checkedForm.Conflict is { } conflict
        ? [new FieldFault(conflict.Field, conflict.Problem.TrimEnd('.'))]
        : [.. checkedForm.Errors.Select(Fault).OrderBy(fault => Array.IndexOf(Order, fault.Field))];

    private static FieldFault Fault(FieldError error)
    {
        string[] parts = error.Field.Split('[', ']');
        (string field, string name, string missing) = Known.GetValueOrDefault(parts[0], (parts[0], parts[0], $"Enter {parts[0]}"));
        if (parts.Length > 1 && int.TryParse(parts[1], out int place))
        {
            name = $"Goal {place + 1}";
        }

        return new FieldFault(field, error.Problem.StartsWith("is missing", StringComparison.Ordinal) ? missing : $"{name} {error.Problem.TrimEnd('.')}");
    }
}
