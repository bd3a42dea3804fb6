using ConnectingPeople.Domain.FollowUps.Measures;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>One load of a definition: what was found wrong so far, and where each text came from.</summary>
internal sealed class Reading(string file)
{
    /// <summary>More than anybody reads at once; a hostile file could bring a million.</summary>
    private const int MaxErrors = 500;

    private readonly List<DefinitionProblem> errors = [];
    private readonly List<DefinitionProblem> warnings = [];
    private readonly Dictionary<MessageText, Node> origins = new(ReferenceEqualityComparer.Instance);

    /// <summary>What every text must have; null while unknown, which asks for none.</summary>
    public IReadOnlyList<string>? Languages { get; set; }

    /// <summary>What times are checked against; null while unknown.</summary>
    public SendingHours? Sending { get; set; }

    /// <summary>The ids that check-ins and waves may name; null while unknown.</summary>
    public IReadOnlyCollection<string>? Questionnaires { get; set; }

    /// <summary>The questions that rules may name; null while unknown.</summary>
    public IReadOnlyCollection<Question>? Questions { get; set; }

    /// <summary>The waves that rules may name; null while unknown.</summary>
    public IReadOnlyCollection<string>? Waves { get; set; }

    /// <summary>What baseline and nine months ask, which measures are made from; null while unknown.</summary>
    public IReadOnlyList<(string Wave, Questionnaire Asks)>? FollowUps { get; set; }

    /// <summary>The measures read so far, which later ones may build on; null stands for one that something is wrong with.</summary>
    public Dictionary<string, Measure?> Measures { get; } = [];

    public bool IsSound => errors.Count == 0;

    public int Errors => errors.Count;

    public void Refuse(Node at, string wrong, string cure)
    {
        if (at is not Refused)
        {
            Refuse(at.Place, at.Line, wrong, cure);
        }
    }

    public void Refuse(Place place, int line, string wrong, string cure)
    {
        if (errors.Count < MaxErrors)
        {
            errors.Add(new DefinitionProblem(file, line, place.ToString(), wrong, cure));
        }
    }

    public void Warn(MessageText text, string wrong, string cure) =>
        warnings.Add(new DefinitionProblem(file, origins[text].Line, origins[text].Place.ToString(), wrong, cure));

    public void Remember(MessageText text, Node origin) => origins[text] = origin;

    /// <summary>The value if nothing is wrong with the definition, else everything that is, in the order of the file.</summary>
    public Loaded<T> Outcome<T>(T? value)
        where T : class =>
        new(IsSound ? value : null, InOrder(errors), InOrder(warnings));

    private static List<DefinitionProblem> InOrder(List<DefinitionProblem> problems) => [.. problems.OrderBy(problem => problem.Line)];
}
