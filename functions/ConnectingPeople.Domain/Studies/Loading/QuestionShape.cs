using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A question: what all have, and what its type adds.</summary>
/// <param name="alone">Whether it stands outside a questionnaire, to try a reply, where it needs neither id nor text.</param>
internal sealed class QuestionShape(bool alone) : IShape<Question>
{
    private static readonly TextShape AskText = new(["name", "goal"]);

    private static readonly Key<QuestionType> Type = Key.Required(
        "type", Scalars.OneOf("a type of question", QuestionType.All), "how the answer is understood");
    private static readonly Key<MessageText> Again = Key.Optional<MessageText>(
        "again", AskText, null, "the question in other words, for when the first reply wasn't understood");
    private static readonly Key<MessageText> Form = Key.Optional<MessageText>(
        "form", AskText, null, "the question as the form asks it, without how to answer; the text unless given");
    private static readonly Key<string> About = Key.Optional(
        "about", Scalars.OneOf("what a question can be about", new Dictionary<string, string> { ["goal"] = "goal" }), null,
        "goal: the answer rates the person's goal, and a person without one isn't asked");
    private static readonly Key<AskWhen> When = Key.Optional(
        "askWhen", AskWhenShape.Shape, null, "asks the question only after a certain answer to an earlier one");
    private static readonly Key<bool> Optional = Key.Optional(
        "optional", Scalars.Flag, false, "whether the person is told that they may leave it out");
    private static readonly Key<int> Attempts = Key.Optional(
        "attempts", Scalars.Integer(0, 5), 2, "how often it is asked again when a reply isn't understood; 2 unless given");

    private readonly Key<string> id = alone
        ? Key.Optional("id", Scalars.Id, "question", "names the question in answers and datasets")
        : Key.Required("id", Scalars.Id, "names the question in answers and datasets; unique in its questionnaire");

    private readonly Key<MessageText> text = alone
        ? Key.Optional("text", AskText, MessageText.Plain(""), "what the person is asked")
        : Key.Required("text", AskText, "what the person is asked, with how to answer");

    private IReadOnlyList<Key> Common => [id, Type, text, Again, Form, About, When, Optional, Attempts];

    public Question? Read(Node node, Reading reading)
    {
        if (Fields.Of(node, "a question", reading) is not { } fields)
        {
            return null;
        }

        QuestionType? type = fields.Get(Type);
        IEnumerable<Key> own = type?.Keys ?? QuestionType.All.Values.SelectMany(any => any.Keys);
        fields.AllowOnly([.. Common, .. own], type is null ? "a question" : $"a question of type {type.Name}");

        string itsId = fields.Get(id) ?? "";
        MessageText itsText = fields.Get(text) ?? MessageText.Plain("");
        Question bare = type?.Make(fields, itsId, itsText) ?? new TextQuestion { Id = itsId, Text = itsText };
        Question question = bare with
        {
            Again = fields.Get(Again),
            FormText = fields.Get(Form),
            AboutGoal = fields.Get(About) is not null,
            AskWhen = fields.Get(When),
            Optional = fields.Get(Optional),
            Attempts = fields.Get(Attempts),
        };
        CheckGoal(fields, question);
        return type is null ? null : question;
    }

    public JsonObject Schema() => ByType.Schema(Common, QuestionType.All.ToDictionary(type => type.Key, type => type.Value.Keys));

    private void CheckGoal(Fields fields, Question question)
    {
        (Key<MessageText>, MessageText?)[] wordings = [(text, question.Text), (Again, question.Again), (Form, question.FormText)];
        foreach ((Key<MessageText> key, MessageText? words) in wordings.Where(wording => !question.AboutGoal && fields.Has(wording.Item1)))
        {
            if (words?.Variables.Contains("goal") == true)
            {
                fields.Refuse(
                    key, "the text names the goal, which not everybody has", "add 'about: goal' to the question, or leave {{ goal }} out");
            }
        }
    }
}
