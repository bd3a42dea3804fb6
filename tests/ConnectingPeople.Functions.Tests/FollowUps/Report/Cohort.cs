using System.Globalization;
using System.Text;

namespace ConnectingPeople.Functions.Tests.FollowUps.Report;

/// <summary>
/// The files of an export as they would be, of a made-up cohort in the shape of the pilot: 155 people in 14 agencies, 116 of them
/// measured at nine months. From a seed, so that it is the same in every run.
/// </summary>
internal sealed class Cohort
{
    private const int People = 155;
    private const int FollowedUp = 116;
    private const int WeeksOfCheckIns = 39;

    private static readonly LocalDate FirstEnrolment = new(2025, 1, 6);

    private static readonly (string Id, string Sector, string Fidelity)[] Agencies =
    [
        ("alder-house", "third-sector", "full"), ("beacon-trust", "third-sector", "full"), ("bridge-street", "third-sector", "full"),
        ("canal-side", "local-authority", "full"), ("cedar-network", "third-sector", "full"), ("dale-council", "local-authority", "partial"),
        ("east-recovery", "nhs", "partial"), ("fern-valley", "nhs", "partial"), ("harbour-team", "nhs", "partial"), ("hill-council", "local-authority", "partial"),
        ("lake-learning", "local-authority", "partial"), ("moor-team", "nhs", "partial"), ("north-shore", "third-sector", "partial"), ("old-mill", "third-sector", "not-assessed"),
    ];

    private readonly Random chance = new(20250106);
    private readonly Dictionary<string, StringBuilder> files = [];

    private Cohort()
    {
    }

    /// <summary>The files by name.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Cohort().Make();

    private Dictionary<string, string> Make()
    {
        Begin("participants", "participant_id,agency_id,sector,fidelity,client_group,age_band,gender,language,channel,enrolled_on,consent_version,status,status_on");
        Begin("check_ins", "participant_id,check_in_id,questionnaire,questionnaire_version,wave,channel,due_at,sent_at,delivered_at,first_reply_at,completed_at,closed_at,reminders,status,questions,answered");
        Begin("answers", "participant_id,check_in_id,wave,question_id,question_version,type,value,label,outcome,attempts,answered_at,source");
        Begin("follow_up", "participant_id,agency_id,sector,fidelity,client_group,baseline_on,nine_month_on,nine_month_in_window,resources_baseline,resources_nine_month,resources_change,inclusion_baseline,inclusion_nine_month,inclusion_change,loneliness_baseline,loneliness_nine_month,loneliness_change,cost_baseline,cost_nine_month,cost_change,qaly_baseline,qaly_nine_month,qaly_change");
        Begin("goals", "participant_id,goal_id,set_on,check_in_id,wave,rated_at,rating,label");
        Begin("social_contacts", "participant_id,check_in_id,wave,week,answered_at,people,new_person,activity");
        Begin("flow", "stage,agency_id,fidelity,count");
        HashSet<int> leaving = [.. Enumerable.Range(0, People).OrderBy(_ => chance.Next()).Take(People - FollowedUp)];
        Dictionary<string, int[]> flow = Agencies.ToDictionary(agency => agency.Id, _ => new int[6]);
        for (int place = 0; place < People; place++)
        {
            Add(place, leaving.Contains(place), flow);
        }

        string[] stages = ["enrolled", "baseline", "nine-month-due", "nine-month", "withdrawn", "lost"];
        foreach ((string id, _, string fidelity) in Agencies)
        {
            for (int stage = 0; stage < stages.Length; stage++)
            {
                Row("flow", stages[stage], id, fidelity, flow[id][stage]);
            }
        }

        return files.ToDictionary(file => $"{file.Key}.csv", file => file.Value.ToString());
    }

    private void Add(int place, bool leaves, Dictionary<string, int[]> flow)
    {
        (string agency, string sector, string fidelity) = Agencies[chance.Next(Agencies.Length - 1) is var at && place % 31 == 30 ? Agencies.Length - 1 : at];
        string person = string.Create(CultureInfo.InvariantCulture, $"CP-{place:0000}Q");
        LocalDate enrolled = FirstEnrolment.PlusDays(chance.Next(90));
        bool withdrew = leaves && chance.Next(3) == 0;
        int stays = leaves ? chance.Next(4, 30) : WeeksOfCheckIns;
        Row("participants", person, agency, sector, fidelity, chance.Next(4) == 0 ? "learning-disability" : "mental-health", "35-44", "", "en-GB", "sms", Iso(enrolled), "1", withdrew ? "withdrawn" : "active", Iso(enrolled));
        Reach(flow[agency], leaves, withdrew);
        double pull = fidelity == "full" ? 1 : 0.4;
        for (int week = 0; week < (withdrew ? stays : WeeksOfCheckIns); week++)
        {
            CheckIn(person, enrolled.PlusDays((7 * week) + 3), week, week < stays ? 0.82 - (week * 0.004) : 0.04, pull);
        }

        FollowUp(person, (agency, sector, fidelity), enrolled, leaves, pull);
    }

    private static void Reach(int[] stages, bool leaves, bool withdrew)
    {
        stages[0]++;
        stages[1]++;
        stages[2]++;
        stages[!leaves ? 3 : withdrew ? 4 : 5]++;
    }

    private void CheckIn(string person, LocalDate day, int week, double keen, double pull)
    {
        string id = $"weekly-{Iso(day)}";
        double luck = chance.NextDouble();
        string status = luck < keen - 0.07 ? "completed" : luck < keen ? "partial" : luck < 0.98 ? "missed" : "undelivered";
        string at = $"{Iso(day)}T11:00:00Z";
        Row("check_ins", person, id, "weekly", 2, "", "sms", at, at, at, status is "completed" or "partial" ? at : "", status == "completed" ? at : "", at, 1, status, 5, 5);
        bool isAnswered = status is "completed" or "partial";
        int reached = status == "completed" ? 5 : isAnswered ? chance.Next(1, 5) : 0;
        string[] questions = ["goal", "people", "new-person", "activity", "connected"];
        for (int question = 0; question < questions.Length; question++)
        {
            string outcome = question >= reached ? "not-reached" : chance.Next(60) switch { 0 => "refused", 1 when question == 1 => "not-understood", _ => "answered" };
            Row("answers", person, id, "", questions[question], 2, "scale", outcome == "answered" ? "3" : "", "", outcome, 1, at, "sms");
            if (question == 0 && outcome == "answered")
            {
                int rating = Math.Clamp(1 + (int)((week / 12.0 * pull) + (chance.NextDouble() * 1.3)), 1, 4);
                Row("goals", person, "g1", Iso(day), id, "", at, rating, new[] { "not started", "a first step", "getting there", "done" }[rating - 1]);
            }

            if (question == 1 && outcome == "answered")
            {
                int people = Math.Max(0, (int)Math.Round(Normal(4 + (week * 0.05 * pull), 2.2)));
                Row("social_contacts", person, id, "", week, at, people, "true", "false");
            }
        }
    }

    private void FollowUp(string person, (string Id, string Sector, string Fidelity) agency, LocalDate enrolled, bool leaves, double pull)
    {
        LocalDate nine = enrolled.PlusMonths(9);
        Wave(person, "baseline", enrolled, 0.99);
        if (!leaves)
        {
            Wave(person, "nine-month", nine, 0.95);
        }

        List<string> cells = [];
        foreach ((double mean, double spread, double effect, int digits) in new[] { (13.0, 4.2, 2.6, 0), (9.5, 2.8, 1.9, 0), (3.1, 1.0, -0.5, 1), (1850.0, 900.0, -420.0, 2) })
        {
            double before = Math.Round(Normal(mean, spread), digits);
            double after = Math.Round(before + Normal(effect * pull, spread * 0.7), digits);
            bool missing = leaves || chance.Next(25) == 0;
            cells.AddRange([Cell(before, digits), missing ? "" : Cell(after, digits), missing ? "" : Cell(after - before, digits)]);
        }

        cells.AddRange(["", leaves ? "" : Cell(Normal(0.48 + (0.03 * pull), 0.09), 4), ""]);
        Row("follow_up", [person, agency.Id, agency.Sector, agency.Fidelity, "mental-health", Iso(enrolled), leaves ? "" : Iso(nine), leaves ? "" : "true", .. cells]);
    }

    private void Wave(string person, string wave, LocalDate day, double answers)
    {
        string[] questions = ["advice", "information", "practical-help", "included", "belonging", "lonely", "services"];
        foreach (string question in questions)
        {
            string outcome = chance.NextDouble() < answers ? "answered" : chance.Next(2) == 0 ? "refused" : "not-reached";
            Row("answers", person, $"{wave}-{Iso(day)}", wave, question, 1, "scale", "3", "", outcome, 1, $"{Iso(day)}T14:00:00Z", "interview");
        }
    }

    private double Normal(double mean, double deviation) =>
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()));

    private void Begin(string file, string header) => files[file] = new StringBuilder(header).Append("\r\n");

    private void Row(string file, params IEnumerable<object> cells) =>
        files[file].AppendJoin(',', cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))).Append("\r\n");

    private static string Cell(double number, int digits) => number.ToString($"F{digits}", CultureInfo.InvariantCulture);

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
