namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What the study's exports hold, and how many of them are kept.</summary>
internal static class ExportsShape
{
    private static readonly Key<int> Keep = Key.Required(
        "keep", Scalars.Integer(1, 10_000), "how many complete exports are kept; older ones are deleted");

    private static readonly Key<ExportDates> Dates = Key.Optional(
        "dates", Scalars.OneOf("a way to write dates", Choices<ExportDates>()), ExportDates.Absolute,
        "relative: days since enrolment stand beside each date; absolute: dates alone");

    private static readonly Key<FreeTextExport> FreeText = Key.Optional(
        "freeText", Scalars.OneOf("a way to treat people's own words", Choices<FreeTextExport>()), FreeTextExport.Withheld,
        "withheld: in a file that nobody gets before an administrator releases it; never: in no export");

    private static readonly Key<ContactQuestions> Contacts = Key.Optional(
        "contacts", ContactsShape.Shape, null, "the questions that the dataset social_contacts is made of; leave it out to do without");

    public static IShape<ExportOptions> Shape { get; } = new MapShape<ExportOptions>(
        "the export options", [Keep, Dates, FreeText, Contacts],
        fields => new ExportOptions(fields.Get(Keep), fields.Get(Dates), fields.Get(FreeText), fields.Get(Contacts)));

    private static Dictionary<string, T> Choices<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(Domain.Words.Of);
}

/// <summary>The questions that a week's contacts are taken from.</summary>
internal static class ContactsShape
{
    private static readonly Key<string> People = Key.Optional(
        "people", Scalars.Id, null, "the count question that asks with how many people somebody was in touch");
    private static readonly Key<string> NewPerson = Key.Optional(
        "newPerson", Scalars.Id, null, "the yes-no question that asks whether somebody new was among them");
    private static readonly Key<string> Activity = Key.Optional(
        "activity", Scalars.Id, null, "the yes-no question that asks whether somebody went to an activity in the community");

    public static IShape<ContactQuestions> Shape { get; } = new MapShape<ContactQuestions>(
        "the contact questions", [People, NewPerson, Activity], Make);

    private static ContactQuestions Make(Fields fields)
    {
        ContactQuestions contacts = new(fields.Get(People), fields.Get(NewPerson), fields.Get(Activity));
        NamedQuestion.Check<CountQuestion>(fields, People, contacts.People, "count");
        NamedQuestion.Check<YesNoQuestion>(fields, NewPerson, contacts.NewPerson, "yes-no");
        NamedQuestion.Check<YesNoQuestion>(fields, Activity, contacts.Activity, "yes-no");
        if (!fields.Has(People) && !fields.Has(NewPerson) && !fields.Has(Activity))
        {
            fields.Reading.Refuse(
                fields.Node, "the contact questions name no question", "name one as people, newPerson or activity, or remove 'contacts'");
        }

        return contacts;
    }
}
