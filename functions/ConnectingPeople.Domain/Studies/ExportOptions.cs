namespace ConnectingPeople.Domain.Studies;

/// <summary>What the study's exports hold, and how many of them are kept.</summary>
/// <param name="Keep">How many complete exports are kept; older ones are deleted. At least 1.</param>
/// <param name="Dates">Whether days since enrolment stand beside dates.</param>
/// <param name="FreeText">What becomes of people's own words.</param>
/// <param name="Contacts">The questions about contacts; null when the study asks none.</param>
public sealed record ExportOptions(
    int Keep, ExportDates Dates = ExportDates.Absolute, FreeTextExport FreeText = FreeTextExport.Withheld, ContactQuestions? Contacts = null);

/// <summary>How exports say when something was.</summary>
public enum ExportDates
{
    /// <summary>As dates alone.</summary>
    Absolute,

    /// <summary>As dates, and beside each of them as days since the person's enrolment.</summary>
    Relative,
}

/// <summary>What becomes of people's own words in exports.</summary>
public enum FreeTextExport
{
    /// <summary>They are compiled into a file of their own that nobody gets before an administrator releases it.</summary>
    Withheld,

    /// <summary>They are in no export at all.</summary>
    Never,
}

/// <summary>The questions that a week's contacts are taken from, each by its id; null for one that the study doesn't ask.</summary>
/// <param name="People">How many people; a count.</param>
/// <param name="NewPerson">Whether somebody new was among them; a yes-no question.</param>
/// <param name="Activity">Whether the person went to an activity in the community; a yes-no question.</param>
public sealed record ContactQuestions(string? People, string? NewPerson, string? Activity)
{
    /// <summary>Whether a question is one of them.</summary>
    public bool Include(string question) => question == People || question == NewPerson || question == Activity;
}
